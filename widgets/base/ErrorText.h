#pragma once

#include "models/base/Error.h"

#include <QString>

namespace base {

/// What an error comes to, in few words of the reader's language: "connection refused". Empty where only its own words can tell.
QString gistOf(const Error &error);

/// An error in its own words, which are English or the server's; for readers of another language the gist stands before them.
QString errorText(const Error &error);

} // namespace base
