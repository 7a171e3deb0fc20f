#pragma once

#include "models/platform/FileCalls.h"
#include "models/settings/Document.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace settings {

/// Values by their section and key; Null forgets.
using Changes = std::map<std::pair<std::string, std::string>, text::Value>;

/// What keeps settings from being remembered.
struct Trouble
{
    enum class Kind {
        NotRead,        ///< the file is there and cannot be read; it is left alone
        Broken,         ///< it made no sense, and was moved to `path`
        NotSaved,       ///< what changed is in memory only
    };

    Kind kind = Kind::NotRead;
    std::string path;
    std::string reason;

    bool operator==(const Trouble &) const = default;
};

struct FileContent
{
    Document document;
    std::optional<Trouble> trouble;
};

/// settings.json in a folder. Several programs may write it: each puts its own changes into what is there.
class SettingsFile
{
public:
    /// The calls outlive it.
    explicit SettingsFile(const std::string &folder, platform::FileCalls &calls = platform::FileCalls::system());

    const std::string &path() const { return m_path; }

    /// A file that makes no sense is kept beside it as settings.json.broken-N, and the content is empty. Blocks; any thread.
    FileContent read() const;
    /// Reads the file anew, applies the changes and replaces it as a whole, mode 0600, while no other program does. A file that
    /// cannot be read is never replaced. Blocks; any thread.
    base::Result<void> write(const Changes &changes) const;

private:
    base::Result<Document> readDocument() const;
    /// Where it was moved to.
    base::Result<std::string> setAside() const;
    base::Result<void> replace(Document document, const Changes &changes) const;

    platform::FileCalls &m_calls;
    std::string m_folder;
    std::string m_path;
};

} // namespace settings
