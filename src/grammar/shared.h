/* One phrase for several: "the ministers of Ghana and Togo", "Indian and Nepali soldiers". */
#ifndef DATELINE_GRAMMAR_SHARED_H
#define DATELINE_GRAMMAR_SHARED_H

#include "document.h"

/* Makes of the group `made`, which tokens [first, end) with the head `noun` describe, as many as there are countries and bodies whose they
 * are. */
void share_description(document *doc, uint32_t made, uint32_t first, uint32_t end, uint32_t noun);

#endif
