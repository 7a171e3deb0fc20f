#include "app/headless/PodArgument.h"

#include "app/headless/GetTargets.h"
#include "models/text/GoQuote.h"

namespace headless {

using base::ErrorKind;

base::Result<std::string> podNameIn(const std::string &word, std::string_view verb)
{
    const std::size_t slash = word.find('/');
    const std::string kind = slash == std::string::npos ? std::string("pod") : word.substr(0, slash);
    if (kind != "pod" && kind != "pods" && kind != "po")
        return base::makeError(ErrorKind::BadInput, std::string(verb) + " is about pods, not " + kind);
    std::string name = slash == std::string::npos ? word : word.substr(slash + 1);
    const auto good = checkName(name);
    return good ? base::Result<std::string>(std::move(name)) : good.error();
}

base::Error podNotFound(const std::string &name)
{
    base::Error error = base::makeError(ErrorKind::NotFound, "pods " + text::goQuoted(name) + " not found");
    error.code = 404;
    error.reason = "NotFound";
    return error;
}

} // namespace headless
