#include "models/schema/Documents.h"

#include "models/text/Json.h"

#include <algorithm>
#include <cctype>

namespace schema {

namespace {

constexpr std::string_view root = "/openapi/v3/";

/// A path below the root with an optional hash: nothing that could lead to another server or another request.
bool staysHere(std::string_view url)
{
    return url.starts_with(root) && url.find("..") == url.npos && std::ranges::all_of(url, [](unsigned char byte) {
        return std::isalnum(byte) || std::string_view("/.-_?=%").find(static_cast<char>(byte)) != std::string_view::npos;
    });
}

} // namespace

std::string pathOf(const std::string &group, const std::string &version)
{
    return group.empty() ? "api/" + version : "apis/" + group + '/' + version;
}

base::Result<std::map<std::string, std::string>> readIndex(std::string_view json)
{
    const auto parsed = text::parseJson(json);
    if (!parsed || !(*parsed)["paths"].isMap())
        return base::makeError(base::ErrorKind::BadInput, "the list of OpenAPI documents makes no sense");
    std::map<std::string, std::string> index;
    for (const text::Value::Member &each : (*parsed)["paths"].members()) {
        const std::string &url = each.value["serverRelativeURL"].text();
        if (staysHere(url))
            index[each.key] = url;
    }
    return index;
}

std::shared_ptr<const Document> Documents::find(const std::string &url)
{
    const auto found = std::ranges::find(m_entries, url, &Entry::url);
    if (found == m_entries.end())
        return nullptr;
    std::rotate(found, found + 1, m_entries.end());
    return m_entries.back().document;
}

void Documents::keep(const std::string &url, std::shared_ptr<const Document> document)
{
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.url == url; });
    m_entries.push_back({url, std::move(document)});
    std::size_t bytes = 0;
    for (const Entry &entry : m_entries)
        bytes += entry.document->bytes();
    while (bytes > MostBytes && m_entries.size() > 1) {
        bytes -= m_entries.front().document->bytes();
        m_entries.erase(m_entries.begin());
    }
}

void Documents::keepIndex(std::map<std::string, std::string> index, std::string tag, base::SteadyTime now)
{
    m_index = std::move(index);
    m_tag = std::move(tag);
    m_indexRead = now;
}

} // namespace schema
