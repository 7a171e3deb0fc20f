#include "models/low/Low.h"

#ifdef UPWARD_CALL
int high(); // no include gives it away
int low() { return high(); }
#else
int low() { return 1; }
#endif
