#include "models/http/SocketSource.h"

#include "models/base/Guarded.h"

#include <map>

namespace http::socketsources {

namespace {

constexpr std::string_view scheme = "forward:";

struct Known
{
    std::uint64_t last = 0;
    std::map<std::string, std::weak_ptr<SocketSource>> sources;
};

base::Guarded<Known> &known()
{
    static base::Guarded<Known> all;
    return all;
}

} // namespace

std::string add(std::weak_ptr<SocketSource> source)
{
    return known().with([&source](Known &all) {
        const std::string word = std::string(scheme) + std::to_string(++all.last);
        all.sources[word] = std::move(source);
        return word;
    });
}

void remove(const std::string &word)
{
    known().with([&word](Known &all) { all.sources.erase(word); });
}

bool isSource(const std::string &proxy)
{
    return proxy.compare(0, scheme.size(), scheme) == 0;
}

std::shared_ptr<SocketSource> find(const std::string &word)
{
    return known().with([&word](Known &all) {
        const auto found = all.sources.find(word);
        return found == all.sources.end() ? nullptr : found->second.lock();
    });
}

} // namespace http::socketsources
