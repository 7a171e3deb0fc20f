#pragma once

#include "models/text/Value.h"
#include "widgets/base/Command.h"
#include "widgets/rbac/CompareModels.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace base {
class PlainLabel;
class PlainTable;
}

namespace rbac {

/// The rights and the risks of two identities, each a table that is sorted by its heads.
class CompareTables final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareTables(QWidget *parent = nullptr);

    base::PlainTable &rights() { return *m_rightsTable; }
    base::PlainTable &risks() { return *m_risksTable; }

    /// Null: nothing is compared.
    void show(const std::shared_ptr<const ComparisonList> &list);
    using QWidget::show;
    void addTo(ComparisonWish &wish) const;
    void sortRightsBy(ComparedPart part);
    void sortRisksBy(ComparedPart part);
    std::vector<base::Command> commands();
    void save(text::Value &state) const;
    void restore(const text::Value &state);

Q_SIGNALS:
    /// The rows are wished for in another order.
    void wishChanged();

private:
    QWidget *makePart(base::PlainLabel *head, base::PlainTable *table);
    void setOrders(const ComparedOrder &rights, const ComparedOrder &risks);
    void recolor();

    ComparedRightsModel m_rights;
    ComparedRisksModel m_risks;
    ComparedOrder m_rightOrder, m_riskOrder;
    base::PlainLabel *m_rightsHead;
    base::PlainLabel *m_risksHead;
    base::PlainTable *m_rightsTable;
    base::PlainTable *m_risksTable;
};

} // namespace rbac
