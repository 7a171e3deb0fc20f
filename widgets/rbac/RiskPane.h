#pragma once

#include "models/rbac/RiskPicture.h"
#include "widgets/base/Address.h"

#include <QWidget>

#include <memory>
#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace base {
class PlainLabel;
class TextLabel;
}
namespace graph {
class GraphView;
struct Spot;
}

namespace rbac {

/// One finding: its ways drawn, told in words, and what cuts them. Knows no cluster.
class RiskPane final : public QWidget
{
    Q_OBJECT

public:
    /// kubectl: the command with the context of the cluster, so that what is copied deletes nothing in another one.
    explicit RiskPane(QString kubectl, QWidget *parent = nullptr);

    /// The finding with its own way; the ways on come later.
    void show(std::shared_ptr<const Basis> basis, const Risk &risk, RiskWay way);
    using QWidget::show;
    void showEscalations(Escalations found);
    void showNothing();

    /// The finding's own, then those on.
    const std::vector<RiskWay> &ways() const { return m_ways; }
    void choose(std::size_t way);
    /// The ways on were looked for.
    bool isComplete() const { return m_isComplete; }
    QString sentence() const;
    QString cut() const;
    QString commands() const;
    graph::GraphView &graph() { return *m_graph; }

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    QWidget *makeBar();
    QWidget *makeTexts();
    void tellWays();
    void tellWay();
    QString told(const RiskWay &way) const;
    void tellSelected();
    const ObjectRef *objectAt(const graph::Spot &spot) const;
    void open(const graph::Spot &spot);
    void openAccess();
    void copy();
    void recolor();

    QString m_kubectl;
    std::shared_ptr<const Basis> m_basis;
    Risk m_risk;
    std::vector<RiskWay> m_ways;
    std::size_t m_chosen = 0;
    bool m_isComplete = false;          ///< the ways on are known
    bool m_isWhole = true;              ///< all of them
    graph::GraphView *m_graph;
    QHBoxLayout *m_wayBar = nullptr;
    QButtonGroup *m_wayGroup = nullptr;
    base::PlainLabel *m_state = nullptr;
    QPushButton *m_openButton = nullptr;
    QPushButton *m_accessButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    base::TextLabel *m_sentence = nullptr;
    base::TextLabel *m_cut = nullptr;
    base::TextLabel *m_commands = nullptr;
};

} // namespace rbac
