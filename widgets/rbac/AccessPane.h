#pragma once

#include "models/rbac/PictureFilter.h"
#include "models/rbac/Question.h"
#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "widgets/base/Address.h"
#include "widgets/base/StateNotice.h"
#include "widgets/graph/Scene.h"
#include "widgets/rbac/ProofWords.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QBoxLayout;
class QPushButton;
class QStackedWidget;

namespace base {
class PlainLabel;
class TextLabel;
}
namespace graph {
class GraphView;
}

namespace rbac {

class AccessTwin;
class AnswerView;
class AskBar;
class FindRow;
class ShareSplitter;

/// The access of identities as a graph or as tables, a sentence about what is selected, and questions about it. Knows no cluster.
class AccessPane final : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPane(QWidget *parent = nullptr);

    /// Who confirms permissions; nobody before. Asked only when a person wants to know.
    void setServerWord(std::shared_ptr<rights::ServerWord> word);
    void showPicture(std::shared_ptr<const AccessPicture> picture);
    void showAnswer(std::shared_ptr<const Answer> answer);
    /// Whether what is shown is older than what the server has; nothing: it is live.
    void tellStale(const std::optional<rights::Stale> &stale);
    /// What stands in the middle, whether one came there from elsewhere, and how many it is about.
    void tellCentre(const std::vector<ObjectRef> &centre, bool canGoBack, std::size_t count);
    /// The next picture is of something else, and looked at from its beginning.
    void forgetView();
    /// There is a way to see with other eyes.
    void offerViewAs();
    /// There is a page about the network, too.
    void offerReach() { m_offersReach = true; }
    void showHolders(const Holders &holders);
    void showProblem(const QString &problem);
    /// The answer depends on who looks, which is being asked.
    void showAskingWho();
    void showNoAnswer();
    /// Null while there is none.
    const std::shared_ptr<const Answer> &shownAnswer() const { return m_shownAnswer; }
    void showTables(bool areShown);
    bool showsTables() const;

    /// Whether what Kubernetes or a platform brings is to be one card.
    bool foldsDefaults() const;
    /// Whether of roles and bindings in the middle only what comes through them is to be seen.
    bool showsOnlyThrough() const;
    /// The cards that a person wants to see the objects of.
    const Unfolded &unfolded() const { return m_unfolded; }
    /// Opens the line in which one looks for something in the graph and in the tables.
    void openFind();
    FindRow &findRow() { return *m_find; }
    QString sentence() const;
    /// What the kind of thing is that is selected.
    QString lesson() const;
    /// What tells the resourceVersion of an object as it was read last; empty where it is not known.
    void setVersions(std::function<std::string(const ObjectRef &object)> versionOf);
    void setClusterName(const QString &name) { m_clusterName = name; }
    const std::shared_ptr<const AccessPicture> &picture() const { return m_picture; }
    graph::GraphView &graph() { return *m_graph; }
    AccessTwin &twin() { return *m_twin; }
    AskBar &askBar() { return *m_ask; }
    AnswerView &answerView() { return *m_answer; }

Q_SIGNALS:
    void foldingChanged();
    void cardUnfolded();
    void asked(const QString &question);
    /// Put that identity in the middle.
    void centreRequested(const rbac::ObjectRef &identity);
    void backRequested();
    /// See what would be if that role or binding were another.
    void whatIfRequested(const rbac::ObjectRef &object);
    /// See the cluster as that one sees it.
    void viewAsRequested(const rbac::Identity &identity);
    void retryRequested();
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    QWidget *makeBar();
    QWidget *makeViews();
    QWidget *makeAbout(QWidget *parent);
    void addExport(QBoxLayout &bar);
    void tellPicture();
    QString countsText() const;
    /// What must be known of a pod in the middle before its account's rights are.
    QString podText() const;
    std::vector<base::StateNotice::Step> whyNotSteps();
    void tellMissing();
    void openAnswer();
    void tellFound();
    void goToFound(int by);
    void unfold();
    void tellSelected();
    void tellRow();
    void lightPath();
    void open(const graph::Spot &spot);
    /// The object behind what is selected, if it is a single one.
    std::optional<ObjectRef> selectedObject() const;
    std::string versionOfSelected() const;
    /// Null without one.
    const GraphNode *selectedNode() const;
    void tellActions();
    void verify();
    void verifyAnswer();
    void verifyHolders(const std::vector<ObjectRef> &subjects);
    std::vector<rights::Claim> claimsOfAnswer() const;
    void verifyCell();
    void verifyRight(const Right &right);
    void tellProofs();
    void tellTotal(const rights::Tally &tally);
    const std::vector<rights::Claim> &claims() const;
    std::vector<rights::Claim> claimsOfCell(const graph::Spot &cell) const;
    rights::Tally tallyOfCell(const graph::Spot &cell) const;
    ProofWords badgeOfRight(const Right &right) const;
    std::vector<std::string> wayOfCell(const graph::Spot &cell) const;
    void recolor();

    std::shared_ptr<const AccessPicture> m_picture;
    std::shared_ptr<const Answer> m_shownAnswer;
    std::shared_ptr<const Holders> m_shownHolders;
    graph::GraphView *m_graph;
    AccessTwin *m_twin;
    QStackedWidget *m_views;
    ShareSplitter *m_parts;
    base::StateNotice *m_stale;
    base::StateNotice *m_unreadable;
    base::StateNotice *m_missing;
    base::PlainLabel *m_counts;
    base::TextLabel *m_sentence;
    base::TextLabel *m_lesson;
    QString m_centreText;
    std::optional<ObjectRef> m_centre;  ///< the single object in the middle
    QWidget *m_about = nullptr;
    QPushButton *m_onlyButton = nullptr;
    QString m_clusterName;
    std::function<std::string(const ObjectRef &object)> m_versionOf;
    std::shared_ptr<rights::ServerWord> m_word;
    mutable std::optional<std::vector<rights::Claim>> m_claims;     ///< of the picture; nothing before somebody asks
    QTimer m_proofs;                    ///< answers that come together are told together
    base::PlainLabel *m_proof = nullptr;
    QPushButton *m_verifyButton = nullptr;
    QPushButton *m_backButton = nullptr;
    QPushButton *m_viewAsButton = nullptr;
    bool m_offersViewAs = false;
    bool m_offersReach = false;
    QPushButton *m_centreButton = nullptr;
    QPushButton *m_openButton = nullptr;
    QPushButton *m_whatIfButton = nullptr;
    QPushButton *m_askCellButton = nullptr;
    QPushButton *m_graphButton = nullptr;
    QPushButton *m_tableButton = nullptr;
    QPushButton *m_foldButton = nullptr;
    QPushButton *m_unfoldButton = nullptr;
    Unfolded m_unfolded;
    FindRow *m_find;
    Found m_found;
    AskBar *m_ask;
    AnswerView *m_answer;
};

} // namespace rbac
