/* cmocka wants these before it. */
#ifndef DATELINE_TESTS_UNIT_H
#define DATELINE_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail /* ours means something else */

#endif
