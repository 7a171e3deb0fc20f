#pragma once

#include "models/cluster/Clusters.h"
#include "models/text/Value.h"
#include "widgets/base/Address.h"

#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

#include <vector>

namespace shell {

/// One page as it is remembered: what it shows, and what it wants to know of itself.
struct RememberedPage
{
    base::Address address;
    QString title;
    text::Value state;      ///< the page's own words
};

/// What was open of one cluster.
struct RememberedPane
{
    static constexpr std::size_t MostPages = 40;

    QStringList namespaces;
    std::vector<RememberedPage> pages;
    int current = 0;        ///< a place in pages, if there are any

    text::Value toValue() const;
    /// Whatever the value is: what makes no sense is left out.
    static RememberedPane fromValue(const text::Value &value);
};

/// The window, and which clusters were connected.
struct RememberedWindow
{
    static constexpr std::size_t MostClusters = 50;

    QRect frame;                                ///< without the maximising; empty: not known
    bool isMaximized = false;
    std::vector<cluster::EntryId> connected;
    std::optional<cluster::EntryId> shown;      ///< none: the catalog

    text::Value toValue() const;
    static RememberedWindow fromValue(const text::Value &value);
};

/// Where clusters stand in the settings.
std::string keyOf(const cluster::EntryId &id);

/// The place nearest to the wanted one at which the whole window can be seen and moved; nothing when nothing sensible is wanted.
std::optional<QRect> placeOnScreen(const QRect &wanted, const QList<QRect> &screens);

} // namespace shell
