#pragma once

/// Marks what a person reads for those who translate it: as Qt has it, of which these models include nothing.
#define QT_TRANSLATE_NOOP(scope, x) x
