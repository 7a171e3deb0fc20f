#pragma once

#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Text that was pasted and is not saved yet: it lives in memory under a name of the user's.
struct PastedConfig
{
    std::string name;
    base::SecretText text;

    bool operator==(const PastedConfig &) const = default;
};

/// Everything the catalog looks at.
struct CatalogSources
{
    KubeConfigPlaces places;
    std::vector<std::string> added;       ///< files and folders of the user's, in their order
    std::vector<PastedConfig> pasted;
};

/// One context of one file; or a whole file that cannot be used, then without a context.
struct CatalogEntry
{
    std::string file;                      ///< as it was named; of pasted text its name
    bool isPasted = false;
    bool isCurrent = false;                ///< in its own file
    ContextSelection context;
    std::vector<KubeConfigWarning> warnings;   ///< of its file

    /// Of the file or of the context, whichever is wrong.
    const std::optional<KubeConfigError> &error() const { return context.error; }
};

/// A file the catalog reads, with the limit that holds for it.
struct CatalogFile
{
    std::string path;
    std::uint64_t limit = largestKubeConfig;
    bool mustExist = false;                ///< it was named by the person, not found or listed

    bool operator==(const CatalogFile &) const = default;
};

/// The files in the catalog's order: those of kubectl, the other ones of ~/.kube by name, the added ones; each real path
/// once. Names and sizes that are no kubeconfig's are left out of folders. With an explicit file only that.
std::vector<CatalogFile> catalogFiles(const CatalogSources &sources, const KubeFiles &files);

/// Whether a file of that name in a folder is looked at: no caches, locks, backups, editors' files, and not kuberc.
bool isKubeConfigName(std::string_view name);

/// The contexts of one file's content, or one entry with the error.
std::vector<CatalogEntry> catalogOfText(std::string_view bytes, const std::string &file, const KubeFiles &files);

/// The contexts of a file, or one entry with the error; nothing when it is not there and need not be.
std::vector<CatalogEntry> readCatalogFile(const CatalogFile &file, const KubeFiles &files);

/// Reads everything, in order; files of kubectl's own list that do not exist are left out. Blocks; any thread.
std::vector<CatalogEntry> readCatalog(const CatalogSources &sources, const KubeFiles &files);

} // namespace kube
