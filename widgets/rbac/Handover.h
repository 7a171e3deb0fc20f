#pragma once

#include <map>
#include <string>
#include <vector>

namespace rbac {

/// What one page leaves for the page of drafts of the same cluster to take. GUI thread.
class Handover
{
public:
    void leave(const void *cluster, std::string yaml) { m_texts[cluster].push_back(std::move(yaml)); }
    /// Each once.
    std::vector<std::string> take(const void *cluster)
    {
        auto found = m_texts.extract(cluster);
        return found ? std::move(found.mapped()) : std::vector<std::string>();
    }

private:
    std::map<const void *, std::vector<std::string>> m_texts;
};

} // namespace rbac
