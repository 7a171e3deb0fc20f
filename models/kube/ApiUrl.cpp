#include "models/kube/ApiUrl.h"

#include "models/http/Url.h"
#include "models/kube/ResourceType.h"

#include <algorithm>

namespace kube {

std::string urlOf(const std::string &server, const ApiRequest &request)
{
    std::string url = http::joinUrl(server, request.path);
    char separator = '?';
    for (const QueryItem &item : request.query) {
        url += separator + percentEncode(item.name) + '=' + percentEncode(item.value);
        separator = '&';
    }
    return url;
}

bool leadsElsewhere(std::string_view path)
{
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "." || part == "..")
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace kube
