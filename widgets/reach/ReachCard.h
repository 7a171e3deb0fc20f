#pragma once

#include "widgets/rbac/ProofWords.h"
#include "widgets/reach/ReachWords.h"

#include <QFrame>

class QPushButton;

namespace base {
class PlainLabel;
class TextLabel;
}

namespace reach {

/// One of the two kinds of reach: what it is, what is asked, the verdict, and why.
class ReachCard final : public QFrame
{
    Q_OBJECT

public:
    /// teaching: what a person confuses with the other card.
    ReachCard(const QString &title, const QString &teaching, QWidget *parent = nullptr);

    void show(const Card &card);
    using QFrame::show;
    const Card &card() const { return m_card; }
    /// Whether the server says the same; without words nothing is claimed.
    void showProof(const rbac::ProofWords &proof);
    QString proof() const;

Q_SIGNALS:
    /// Ask the server about the verdict.
    void verifyRequested();

private:
    QWidget *makeProof();
    void recolor();

    Card m_card;
    base::PlainLabel *m_title;
    base::TextLabel *m_teaching;
    base::TextLabel *m_question;
    base::TextLabel *m_verdict;
    base::TextLabel *m_reasons;
    QWidget *m_proofRow = nullptr;
    base::PlainLabel *m_proof = nullptr;
    QPushButton *m_verifyButton = nullptr;
};

} // namespace reach
