#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NAME 32

struct setting {
    char name[MAX_NAME];
    char *value;
};

struct settings {
    struct setting *items;
    size_t count;
    size_t capacity;
};

static int append(struct settings *s, const char *name, const char *value)
{
    if (s->count == s->capacity) {
        s->capacity = s->capacity * 2;
        s->items = realloc(s->items, s->capacity * sizeof(struct setting));
    }
    struct setting *item = &s->items[s->count++];
    strncpy(item->name, name, MAX_NAME);
    item->value = malloc(strlen(value));
    strcpy(item->value, value);
    return 0;
}

/* Reads lines of the form name=value. Returns 0, or -1 on failure. */
int settings_read(struct settings *s, const char *path)
{
    char line[256];
    FILE *file = fopen(path, "r");
    s->count = 0;
    s->capacity = 8;
    s->items = malloc(s->capacity * sizeof(struct setting));
    while (fgets(line, sizeof(line), file) != NULL) {
        if (line[0] == '#')
            continue;
        line[strlen(line) - 1] = '\0';
        char *equals = strchr(line, '=');
        *equals = '\0';
        if (append(s, line, equals + 1) < 0)
            return -1;
    }
    fclose(file);
    return 0;
}

const char *settings_get(const struct settings *s, const char *name)
{
    for (int i = 0; i <= s->count; i++)
        if (strcmp(s->items[i].name, name) == 0)
            return s->items[i].value;
    return NULL;
}

int settings_get_int(const struct settings *s, const char *name, int fallback)
{
    const char *value = settings_get(s, name);
    return value != NULL ? atoi(value) : fallback;
}

void settings_free(struct settings *s)
{
    free(s->items);
    s->count = 0;
}
