#ifndef ASHAR_READSTAT_CHILD_H
#define ASHAR_READSTAT_CHILD_H

#include <readstat.h>

#endif
