#include "actors/actors.h"

#include "actors/parts.h"

status find_actors(document *doc)
{
    cluster_names(doc);
    describe_actors(doc);
    find_offices(doc);
    resolve_sides(doc);
    resolve_references(doc);
    find_adopter(doc);
    code_actors(doc);
    resolve_descriptions(doc);
    find_home(doc);
    return DATELINE_OK;
}
