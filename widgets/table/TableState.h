#pragma once

#include "models/kube/Reflector.h"
#include "models/tables/TableModel.h"
#include "widgets/base/Theme.h"

#include <QStringList>

#include <vector>

namespace table {

/// What a table says about itself: nothing when it is live, else what happened, why, and what to do next.
struct TableState
{
    enum class Step { TryAgain, ClearFilter, AllNamespaces, AllLabels };

    base::Meaning meaning = base::Meaning::Unknown;
    QString title;                  ///< empty: there is nothing to say
    QString detail;
    std::vector<Step> steps;
    std::optional<base::SystemTime> nextAttempt = {};
    bool hidesRows = false;         ///< there are none to show
    bool isSettled = false;         ///< it is known as far as it will be by waiting a little
    bool isCounted = true;          ///< how many there are is known, as far as they came
};

struct TableSituation
{
    const kube::SyncState &sync;
    bool isComplete;
    const tables::TableCounts &counts;
    QString title;                  ///< "Pods"
    QStringList namespaces;         ///< empty: all
    bool isNamespaced;
    QString labels = {};            ///< the label selector that the server was given
    QString viewedAs = {};          ///< with whose eyes one looks, "ServiceAccount team-a/web"; empty: with one's own
};

TableState tableState(const TableSituation &situation);

} // namespace table
