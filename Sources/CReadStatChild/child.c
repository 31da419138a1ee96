#include "CReadStatChild.h"
