#include "cli/cli.h"
int run_serve(options *given) { (void)given; return EXIT_USAGE; }
