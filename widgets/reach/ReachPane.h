#pragma once

#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "widgets/base/Address.h"
#include "widgets/reach/ReachLists.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace base {
class StateNotice;
}

namespace reach {

class ReachCard;
class ReachForm;

/// Two kinds of reach told apart for two pods, or a pod and a Service: calling the Kubernetes API, and talking over the network. Live while it is
/// on screen.
class ReachPane final : public QWidget
{
    Q_OBJECT

public:
    /// What is known of access in the cluster, which outlives it, and what its server says to single questions.
    struct Known
    {
        std::shared_ptr<rights::LiveRights> live;
        std::shared_ptr<rights::ServerWord> word;
    };

    ReachPane(cluster::ConnectedCluster &cluster, Known known, QWidget *parent = nullptr);
    ~ReachPane() override;

    void ask(const Question &question);
    const Question &question() const { return m_question; }
    /// Nothing is asked, or what is asked was answered.
    bool isSettled() const { return m_isSettled; }
    QString command() const;
    void takeFocus();

    ReachForm &form() { return *m_form; }
    const ReachCard &apiCard() const { return *m_api; }
    const ReachCard &networkCard() const { return *m_network; }

Q_SIGNALS:
    /// Another question.
    void asked();
    void settled();
    /// Whoever is asked about is known by another name.
    void callerChanged();
    void openRequested(const base::Address &address);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeCards();
    QWidget *makeLinks();
    void formChanged();
    void look();
    void workOut();
    void take(const Answer &answer);
    void suggest();
    void verify();
    void tellProof();

    cluster::ConnectedCluster &m_cluster;
    std::shared_ptr<rights::LiveRights> m_live;
    std::shared_ptr<rights::ServerWord> m_word;
    std::optional<rights::Claim> m_claim;       ///< of the answer about the API
    ReachLists *m_lists;
    Question m_question;
    ReachForm *m_form;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    ReachCard *m_api = nullptr;
    ReachCard *m_network = nullptr;
    QPushButton *m_account = nullptr;
    std::optional<rbac::ServiceAccountRef> m_caller;
    bool m_isSettled = true;
    bool m_isOther = false;         ///< than what is being worked out
    base::EventLoopExecutor m_executor;
    base::Job m_work;
    base::Job m_again;
};

} // namespace reach
