INSERT INTO run (id, begun, task, language, model, connection, title, outcome, outcome_detail, tokens_in, tokens_out,
    first_piece_ms, elapsed_ms, cost_micros, passed, pinned, name, size, conversation, origin)
VALUES (1, 1764000000000, 'Translate', 'python', 'some.model', 'Scripted', 'print("one")', 'COMPLETE', 'end_turn', 10,
    20, 300, 900, 1234, 1, 0, NULL, 60, NULL, 'WINDOW'),
    (2, 1764000001000, 'Review', 'python', 'some.model', 'Scripted', 'print("two")', 'CANCELLED', NULL, 0, 0, 0, 400,
    NULL, NULL, 1, 'mine', 40, 1, 'COMMAND_LINE');
INSERT INTO run_text (run, preset, fields, input, instruction, request, answer, verdict, view)
VALUES (1, 'name: Translate', '{"target":"Go"}', 'print("one")', '',
    '{"model":"some.model","system":"","messages":[{"role":"USER","text":"print(\"one\")"}],"settings":{"temperature":0.2,"topP":null,"maxTokens":500,"stopSequences":[]}}',
    'fmt.Println("one")', '{}', ''),
    (2, 'name: Review', '{}', 'print("two")', '',
    '{"model":"some.model","system":"","messages":[{"role":"USER","text":"print(\"two\")"}],"settings":{"temperature":null,"topP":null,"maxTokens":null,"stopSequences":[]}}',
    '', NULL, '');
INSERT INTO run_words (rowid, prompt, code, answer, facets)
VALUES (1, 'Go', 'print("one")', 'fmt.Println("one")', 'taskc8e1e1d4 modelc35f2f32 languagea4d4b8b8 outcome84544c6f passedfdfc4c8d'),
    (2, '', 'print("two")', '', 'task7eef84f0 modelc35f2f32 languagea4d4b8b8 outcomebd37e528 pinnedfdfc4c8d');
