// libxml2's headers bring in the ICU headers of the system, whose enumerations differ from those of
// Foundation's own ICU. Only one encoding structure depends on them, and nothing here looks into it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
