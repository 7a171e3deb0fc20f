#pragma once

#include "models/base/Clock.h"
#include "models/schema/Document.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace schema {

/// What GET /openapi/v3 says: where the document of each "api/v1" and "apis/GROUP/VERSION" is. Addresses that leave the server are left out.
base::Result<std::map<std::string, std::string>> readIndex(std::string_view json);

/// "api/v1" or "apis/apps/v1".
std::string pathOf(const std::string &group, const std::string &version);

/// The documents of one server that were read since somebody connected to it, so that none is asked for twice. One thread.
class Documents
{
public:
    static constexpr std::size_t MostBytes = 48 * 1024 * 1024;     ///< of all; the one that was used last always stays
    /// How long it is believed where a document is. A kind that was just added has its schema after that time.
    static constexpr std::chrono::seconds IndexAge{60};

    /// What was read at that very address, which changes with the content.
    std::shared_ptr<const Document> find(const std::string &url);
    void keep(const std::string &url, std::shared_ptr<const Document> document);

    bool isIndexFresh(base::SteadyTime now) const { return m_indexRead && now - *m_indexRead < IndexAge; }
    const std::map<std::string, std::string> &index() const { return m_index; }
    void keepIndex(std::map<std::string, std::string> index, std::string tag, base::SteadyTime now);
    /// The index that was read before still holds.
    void renewIndex(base::SteadyTime now) { m_indexRead = now; }
    const std::string &indexTag() const { return m_tag; }

private:
    struct Entry { std::string url; std::shared_ptr<const Document> document; };
    std::vector<Entry> m_entries;       ///< the last used one last
    std::map<std::string, std::string> m_index;
    std::string m_tag;
    std::optional<base::SteadyTime> m_indexRead;
};

} // namespace schema
