#pragma once

#include "widgets/base/Command.h"
#include "widgets/rbac/RisksModel.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QMouseEvent;
class QWidget;

namespace base {
class PlainTable;
}

namespace rbac {

/// The table of findings: sorted by its heads, unfolded by Right, Left and the sign of a row; whoever is selected stays so in the next list.
class RisksTable final : public QObject
{
    Q_OBJECT

public:
    explicit RisksTable(QWidget *parent);

    base::PlainTable &widget() { return *m_table; }
    const RisksModel &model() const { return *m_model; }
    std::optional<Risk> selected() const;

    /// Order, what is selected and unfolded: the part of a wish that the table has a say in.
    void addTo(RiskWish &wish) const;
    void show(std::shared_ptr<const RiskList> list);
    void sortBy(RiskPart part);
    std::vector<base::Command> commands();
    void save(text::Value &state) const;
    void restore(const text::Value &state);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void selectionChanged();
    /// Another list is needed.
    void wishChanged();
    void chosen(const Risk &risk);

private:
    enum class Way { Unfold, Fold };
    bool turn(int row, Way way);
    void pressed(const QMouseEvent &event);
    bool selectWholeOf(int row);

    RisksModel *m_model;
    base::PlainTable *m_table;
    RiskPart m_order = RiskPart::Severity;
    bool m_isDescending = false;
    std::vector<Risk> m_unfolded;
    bool m_isTaking = false;        ///< the selection moves because the rows are others
};

} // namespace rbac
