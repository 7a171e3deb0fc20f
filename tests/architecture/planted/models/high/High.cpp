#include "models/low/Low.h"

int high();
int high() { return 2; }
int both();
int both() { return low() + high(); }
