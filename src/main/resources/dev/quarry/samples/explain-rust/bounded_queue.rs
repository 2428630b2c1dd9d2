use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

struct State<T> {
    items: VecDeque<T>,
    producers: usize,
}

struct Shared<T> {
    state: Mutex<State<T>>,
    capacity: usize,
    not_empty: Condvar,
    not_full: Condvar,
}

pub struct Producer<T>(Arc<Shared<T>>);
pub struct Consumer<T>(Arc<Shared<T>>);

pub fn bounded<T>(capacity: usize) -> (Producer<T>, Consumer<T>) {
    assert!(capacity > 0, "capacity must be positive");
    let items = VecDeque::with_capacity(capacity);
    let shared = Arc::new(Shared {
        state: Mutex::new(State {
            items,
            producers: 1,
        }),
        capacity,
        not_empty: Condvar::new(),
        not_full: Condvar::new(),
    });
    (Producer(Arc::clone(&shared)), Consumer(shared))
}

impl<T> Producer<T> {
    pub fn push(&self, item: T) {
        let shared = &self.0;
        let state = shared.state.lock().unwrap();
        let full = |s: &mut State<T>| s.items.len() == shared.capacity;
        let mut state = shared.not_full.wait_while(state, full).unwrap();
        state.items.push_back(item);
        drop(state);
        shared.not_empty.notify_one();
    }
}

impl<T> Clone for Producer<T> {
    fn clone(&self) -> Self {
        self.0.state.lock().unwrap().producers += 1;
        Producer(Arc::clone(&self.0))
    }
}

impl<T> Drop for Producer<T> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap().producers -= 1;
        self.0.not_empty.notify_all();
    }
}

impl<T> Iterator for Consumer<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let shared = &self.0;
        let state = shared.state.lock().unwrap();
        let nothing_yet = |s: &mut State<T>| s.items.is_empty() && s.producers > 0;
        let mut state = shared.not_empty.wait_while(state, nothing_yet).unwrap();
        let item = state.items.pop_front();
        drop(state);
        shared.not_full.notify_one();
        item
    }
}
