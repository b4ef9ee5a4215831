/* The names of enumerated values, as records write them. */
#include "dateline.h"

const char *dateline_entity_type_name(dateline_entity_type type)
{
    static const char *const names[] = {"person", "organization", "place",    "group",   "event",
                                        "law",    "work",         "facility", "product", "amount"};
    return names[type];
}

const char *dateline_role_name(dateline_role role)
{
    static const char *const names[DATELINE_ROLE_COUNT] = {"source", "target",  "organizer",   "supporter",
                                                           "host",   "speaker", "participant", "honoree"};
    return names[role];
}
