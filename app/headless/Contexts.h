#pragma once

#include "models/kube/Catalog.h"

#include <iosfwd>

namespace headless {

/// What "contexts" was asked for.
struct ContextsOptions
{
    kube::CatalogSources sources;
    kube::KubeConfigOverrides overrides;   ///< only with merged
    bool merged = false;                   ///< kubectl's view and its chosen context instead of the catalog
    bool json = false;
};

/// Prints the catalog, or kubectl's merged view; warnings go to err. Credentials are never printed. Returns the exit code.
int contexts(const ContextsOptions &options, std::ostream &out, std::ostream &err,
             const kube::KubeFiles &files = kube::KubeFiles::system());

} // namespace headless
