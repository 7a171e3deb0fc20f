#pragma once

#include "app/headless/CommandLine.h"
#include "models/base/Result.h"
#include "widgets/base/Address.h"
#include "widgets/base/Feature.h"

#include <QSize>
#include <QStringList>

#include <optional>

/// What the window's flags ask for, checked against what is built.
struct Launch
{
    std::string context;                        ///< to connect to at once; empty: the current one if something of a cluster is opened
    std::optional<base::Address> open;
    bool isOfWindow = false;                    ///< what is opened needs no cluster
    QStringList namespaces;                     ///< empty: all
    bool demo = false;
    QString screenshot;
    std::optional<QSize> size;

    bool resetsLayout = false;

    /// Whether the window begins as it was left: nothing else was asked for.
    bool restores() const;
    /// Whether a cluster is to be connected to before anybody clicked.
    bool wantsCluster() const;
};

/// An error of kind Misuse names what is not built and what is.
base::Result<Launch> launchOf(const headless::Invocation &invocation, const base::Registry &registry);
