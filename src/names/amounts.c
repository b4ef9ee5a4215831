#include "names/amounts.h"

#include "base/utf8.h"
#include "grammar/numbers.h"
#include "grammar/phrases.h"

/* "$", "US$", "€": a token that ends in a sign of money. */
static bool is_sign(const document *doc, uint32_t token)
{
    slice word = token_text(doc, token);
    uint32_t place = utf8_before(word.bytes, word.length);
    return utf8_is_currency(utf8_next(word.bytes, &place));
}

/* "bn", "m" after a number, written apart or not. */
static uint32_t skip_scale(const document *doc, uint32_t token)
{
    static const char *const scales[] = {"bn", "mn", "m", "tn", "k"};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (token_is(doc, token, scales[i]))
            return token + 1;
    return token;
}

/* "dollars", "Canadian dollars", "U.S. dollars" at `token`: the token after it, or `token`. */
static uint32_t currency_end(const document *doc, uint32_t token)
{
    for (uint32_t at = token; at < doc->tokens.count && at <= token + 2; at++) {
        phrase found = phrase_at(doc, INDEX_CURRENCY, at);
        if (found.rows.count)
            return found.end;
        if (!doc->tokens.capital[at])
            return token;
    }
    return token;
}

static uint32_t percent_end(const document *doc, uint32_t token)
{
    if (token_is(doc, token, "%") || token_is(doc, token, "percent"))
        return token + 1;
    return token_is(doc, token, "per") && token_is(doc, token + 1, "cent") ? token + 2 : token;
}

/* Where the amount ends that begins at `token`; `token` if none does. */
static uint32_t amount_end(const document *doc, uint32_t token)
{
    uint64_t value;
    bool sign = is_sign(doc, token);
    uint32_t number = token + sign, end = number < doc->tokens.count ? number_at(doc, number, &value) : number;
    if (end == number)
        return token;
    if (sign)
        return skip_scale(doc, end);
    uint32_t share = percent_end(doc, end), money = currency_end(doc, skip_scale(doc, end));
    return share > end ? share : money > skip_scale(doc, end) ? money : token;
}

status find_amounts(document *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        uint32_t end = amount_end(doc, i);
        if (end == i)
            continue;
        span where = tokens_span(doc, i, end);
        uint32_t made = document_add_entity(doc, DATELINE_AMOUNT, document_string(doc, where));
        doc->entities.items[made].named = true; /* it stays in the record though nothing points to it */
        *list_add(&doc->memory, &doc->entities.items[made].mentions) = where;
        i = end - 1;
    }
    return DATELINE_OK;
}
