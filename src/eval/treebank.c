#include "eval/eval.h"
#include "eval/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool grow(void **items, uint32_t count, uint32_t *capacity, size_t size)
{
    if (count < *capacity)
        return true;
    uint32_t larger = *capacity ? *capacity * 2 : 1024;
    void *grown = realloc(*items, larger * size);
    if (!grown)
        return false;
    *items = grown;
    *capacity = larger;
    return true;
}

static bool add_bytes(char **text, size_t *length, size_t *capacity, const char *bytes, size_t count)
{
    if (*length + count + 1 > *capacity) {
        size_t larger = (*capacity + count) * 2 + 4096;
        char *grown = realloc(*text, larger);
        if (!grown)
            return false;
        *text = grown;
        *capacity = larger;
    }
    memcpy(*text + *length, bytes, count);
    *length += count;
    (*text)[*length] = 0;
    return true;
}

/* Words are compared without the white space that some of them hold. */
static bool add_form(treebank *bank, const char *form)
{
    bool added = true;
    for (; *form && added; form++)
        if (*form != ' ' && strncmp(form, "\xc2\xa0", 2) != 0)
            added = add_bytes(&bank->text, &bank->length, &bank->text_capacity, form, 1);
        else
            form += *form != ' ';
    return added;
}

/* A range that is open: "1-2 don't". Its words share its characters. */
typedef struct open_range {
    uint32_t last;
    dateline_span where;
} open_range;

typedef struct line_state {
    treebank *bank;
    uint32_t first_word; /* of the sentence */
    uint32_t sentence_begin;
    bool in_sentence, new_paragraph;
    open_range range;
} line_state;

static char *copied(const char *text)
{
    return strdup(text);
}

static void cut_subtype(char *relation)
{
    relation[strcspn(relation, ":")] = 0;
}

static bool add_token(treebank *bank, dateline_span where)
{
    if (!grow((void **)&bank->tokens, bank->token_count, &bank->token_capacity, sizeof *bank->tokens))
        return false;
    bank->tokens[bank->token_count++] = where;
    return true;
}

static bool add_raw(treebank *bank, const char *form, const char *misc)
{
    bool space = !strstr(misc, "SpaceAfter=No");
    return add_bytes(&bank->raw, &bank->raw_length, &bank->raw_capacity, form, strlen(form)) &&
           (!space || add_bytes(&bank->raw, &bank->raw_length, &bank->raw_capacity, " ", 1));
}

static bool take_word(line_state *s, char **fields, uint32_t number)
{
    treebank *bank = s->bank;
    uint32_t begin = (uint32_t)bank->length;
    bool inside = number <= s->range.last;
    if (!inside && (!add_form(bank, fields[1]) || !add_raw(bank, fields[1], fields[9])))
        return false;
    dateline_span where = inside ? s->range.where : (dateline_span){begin, (uint32_t)bank->length};
    if (!inside && !add_token(bank, where))
        return false;
    if (!grow((void **)&bank->words, bank->word_count, &bank->word_capacity, sizeof *bank->words))
        return false;
    uint32_t head = (uint32_t)strtoul(fields[6], NULL, 10);
    gold_word *word = &bank->words[bank->word_count++];
    *word = (gold_word){.begin = where.begin,
                        .end = where.end,
                        .head = head ? s->first_word + head - 1 : DATELINE_NONE,
                        .form = copied(fields[1]),
                        .lemma = copied(fields[2]),
                        .upos = copied(fields[3]),
                        .xpos = copied(fields[4]),
                        .features = copied(fields[5]),
                        .relation = copied(fields[7]),
                        .misc = copied(fields[9])};
    if (word->relation)
        cut_subtype(word->relation);
    return word->form && word->lemma && word->upos && word->xpos && word->features && word->relation && word->misc;
}

static bool take_range(line_state *s, char **fields, uint32_t last)
{
    uint32_t begin = (uint32_t)s->bank->length;
    if (!add_form(s->bank, fields[1]) || !add_raw(s->bank, fields[1], fields[9]))
        return false;
    s->range = (open_range){last, {begin, (uint32_t)s->bank->length}};
    return add_token(s->bank, s->range.where);
}

static bool end_sentence(line_state *s)
{
    treebank *bank = s->bank;
    if (!s->in_sentence)
        return true;
    if (!grow((void **)&bank->sentences, bank->sentence_count, &bank->sentence_capacity, sizeof *bank->sentences))
        return false;
    bank->sentences[bank->sentence_count++] = (dateline_span){s->sentence_begin, (uint32_t)bank->length};
    s->in_sentence = false;
    return true;
}

static bool take_line(line_state *s, char *line)
{
    treebank *bank = s->bank;
    if (*line == 0)
        return end_sentence(s);
    if (*line == '#') {
        bool opens = strncmp(line, "# newpar", 8) == 0 || strncmp(line, "# newdoc", 8) == 0;
        s->new_paragraph |= opens && strncmp(line, "# newpar_block", 14) != 0;
        return true;
    }
    char *fields[10];
    uint32_t count = 0;
    for (char *at = line; at && count < 10; count++) {
        fields[count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = 0;
    }
    if (count < 10)
        return false;
    if (strchr(fields[0], '.'))
        return true; /* a word that was left out */
    if (!s->in_sentence) {
        s->in_sentence = true;
        if (s->new_paragraph && bank->raw_length && !add_bytes(&bank->raw, &bank->raw_length, &bank->raw_capacity, "\n\n", 2))
            return false;
        s->new_paragraph = false;
        s->first_word = bank->word_count;
        s->sentence_begin = (uint32_t)bank->length;
        s->range.last = 0;
    }
    char *dash = strchr(fields[0], '-');
    return dash ? take_range(s, fields, (uint32_t)strtoul(dash + 1, NULL, 10))
                : take_word(s, fields, (uint32_t)strtoul(fields[0], NULL, 10));
}

bool treebank_parse(treebank *bank, const char *conllu, const char *name, dateline_error *error)
{
    *bank = (treebank){0};
    line_state s = {.bank = bank};
    uint32_t number = 0;
    while (*conllu) {
        size_t length = strcspn(conllu, "\n");
        char *line = strndup(conllu, length);
        number++;
        bool taken = line && take_line(&s, line);
        free(line);
        if (!taken) {
            error->status = DATELINE_BAD_INPUT;
            snprintf(error->message, sizeof error->message, "%s:%u: not a line of CoNLL-U with ten columns", name, number);
            return false;
        }
        conllu += length + (conllu[length] == '\n');
    }
    return end_sentence(&s);
}

bool treebank_read(treebank *bank, const char *path, dateline_error *error)
{
    char *text = file_text(path, error);
    bool parsed = text && treebank_parse(bank, text, path, error);
    free(text);
    return parsed;
}

void treebank_free(treebank *bank)
{
    for (uint32_t i = 0; i < bank->word_count; i++) {
        gold_word *word = &bank->words[i];
        free(word->form);
        free(word->lemma);
        free(word->upos);
        free(word->xpos);
        free(word->features);
        free(word->relation);
        free(word->misc);
    }
    free(bank->words);
    free(bank->sentences);
    free(bank->tokens);
    free(bank->text);
    free(bank->raw);
    *bank = (treebank){0};
}
