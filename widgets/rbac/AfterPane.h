#pragma once

#include "models/base/Executor.h"
#include "models/rights/AfterPicture.h"
#include "widgets/base/Address.h"
#include "widgets/graph/Scene.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStringListModel;

namespace base {
class PlainLabel;
class TextLabel;
}
namespace graph {
class GraphView;
}

namespace rbac {

class AccessTwin;

/// The access of those whom drafts touch, or of somebody, as it would be: a graph, or the same as tables. What would be gained, lost and changed
/// has a sign and a word. Drawn aside, and only while somebody looks; what is shown stays until there is something newer.
class AfterPane final : public QWidget
{
    Q_OBJECT

public:
    /// The executor outlives it.
    explicit AfterPane(base::Executor &executor, QWidget *parent = nullptr);

    void showResult(std::shared_ptr<const rights::DraftResult> result);
    /// Nobody: those whom the drafts touch.
    void ask(const QString &identity);
    void showTables(bool areShown);
    bool showsTables() const;
    /// Whether what is shown is of the newest result.
    bool isSettled() const;

    /// Null before something was drawn.
    const std::shared_ptr<const AccessPicture> &picture() const { return m_shown.picture; }
    graph::GraphView &graph() { return *m_graph; }
    AccessTwin &twin() { return *m_twin; }
    QString counts() const;
    QString sentence() const;

Q_SIGNALS:
    void settled();
    void openRequested(const base::Address &address);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using ScenePointer = std::shared_ptr<const graph::Scene>;

    QWidget *makeBar();
    void askAnew();
    void draw();
    /// Without a scene it looks as before.
    void take(rights::AfterPicture picture, const ScenePointer &scene);
    void tellCounts();
    void tellTwin();
    void tellSelected();
    void open(const graph::Spot &spot);
    std::vector<std::string> wayOfCell(const graph::Spot &cell) const;
    void recolor();

    base::Executor &m_executor;
    std::shared_ptr<const rights::DraftResult> m_result;
    std::optional<Identity> m_who;
    rights::AfterPicture m_shown;
    bool m_isOther = false;             ///< than what is being drawn, or is drawn
    bool m_isTwinOther = false;
    graph::GraphView *m_graph;
    AccessTwin *m_twin;
    QStackedWidget *m_views;
    QLineEdit *m_whom;
    QStringListModel *m_known;
    base::PlainLabel *m_counts;
    base::TextLabel *m_sentence;
    QPushButton *m_foldButton = nullptr;
    QPushButton *m_graphButton = nullptr;
    QPushButton *m_tableButton = nullptr;
    base::Job m_drawing;
    base::Job m_again;
};

} // namespace rbac
