#pragma once

#include "models/kube/Catalog.h"

#include <optional>
#include <string>
#include <vector>

namespace catalog {

/// What the text of a kubeconfig is, and what is proposed for it.
struct ImportText
{
    struct Context
    {
        std::string context, cluster, user, server;
    };

    std::vector<kube::CatalogEntry> entries;
    std::vector<Context> contexts;          ///< those that can be imported
    std::size_t proposed = 0;               ///< the current one
    bool isNodeFile = false;                ///< as it lies on a k3s or RKE2 server
    std::string distribution;               ///< of the proposed one; empty: not known
    std::string name;                       ///< a name that no file has yet
};

/// Reads it for an import into that folder; relative paths in it begin at the source folder. Blocks; any thread.
ImportText readImport(const std::string &text, const std::string &sourceFolder, const std::string &folder, const kube::KubeFiles &files);

/// What a person wants of it.
struct ImportWish
{
    base::SecretText text;
    std::string sourceFolder;               ///< where the file was opened; empty when it was pasted
    std::string context;                    ///< as the text names it
    std::string name;                       ///< of the file: config-NAME
    std::string contextName, clusterName, userName;
    std::string serverBefore, address;
};

/// What would come of a wish.
struct ImportPlan
{
    enum class Fault { None, Name, Address, Exists, Text };

    Fault fault = Fault::None;
    std::string message;                    ///< of Text
    std::string path;
    std::string freeName;                   ///< instead of one that exists
    std::string context;                    ///< as it is named then
    base::SecretText text;
    bool isAsWritten = true;
    std::string server;
    std::string distribution;
    std::optional<kube::ConnectionSettings> settings;   ///< for a test; the other reasons for none are in message
};

/// Blocks; any thread.
ImportPlan planOf(const ImportWish &wish, const std::string &folder, const kube::KubeFiles &files);

} // namespace catalog
