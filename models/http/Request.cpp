#include "models/http/Request.h"

#include "models/http/Meta.h"

namespace http {

const std::string *ResponseHead::header(std::string_view name) const
{
    for (const Header &entry : headers) {
        if (equalNames(entry.name, name))
            return &entry.value;
    }
    return nullptr;
}

} // namespace http
