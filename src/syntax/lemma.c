#include "syntax/lemma.h"

#include "base/utf8.h"
#include "syntax/model.h"

enum { LONGEST_ENDING = 6, LONGEST_WORD = 64 };

static const word_rule *rule_for(const word_rules *rules, uint32_t tag, slice lower)
{
    char whole[LONGEST_WORD + 1] = "^";
    memcpy(whole + 1, lower.bytes, lower.length);
    const word_rule *found = word_rule_find(rules, tag, (slice){whole, lower.length + 1});
    uint32_t begins[LONGEST_ENDING + 1] = {lower.length}, count = 1;
    while (count <= LONGEST_ENDING && begins[count - 1] > 0) {
        begins[count] = utf8_before(lower.bytes, begins[count - 1]);
        count++;
    }
    while (!found && count-- > 0)
        found = word_rule_find(rules, tag, (slice){lower.bytes + begins[count], lower.length - begins[count]});
    return found;
}

const char *lemma_of(document *doc, uint32_t token, uint32_t tag)
{
    const model *weights = doc->model;
    slice lower = doc->tokens.lower[token];
    /* Names keep their capitals. */
    slice form = weights->tags[tag].universal == POS_PROPN ? token_text(doc, token) : lower;
    const word_rule *rule = lower.length < LONGEST_WORD ? rule_for(&weights->lemmas, tag, lower) : NULL;
    uint32_t end = form.length;
    for (uint32_t i = 0; rule && i < rule->cut && end > 0; i++)
        end = utf8_before(form.bytes, end);
    slice add = rule ? slice_of(rule->add) : (slice){"", 0};
    if (end == 0 && add.length == 0)
        end = form.length;
    char *out = arena_take(&doc->memory, end + add.length + 1);
    memcpy(out, form.bytes, end);
    memcpy(out + end, add.bytes, add.length);
    return out;
}

const char *features_of(document *doc, uint32_t token, uint32_t tag)
{
    const word_rules *rules = &doc->model->features;
    const word_rule *found = word_rule_find(rules, tag, doc->tokens.lower[token]);
    if (!found)
        found = word_rule_find(rules, tag, (slice){"", 0});
    return found ? found->add : "_";
}
