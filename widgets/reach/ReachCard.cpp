#include "widgets/reach/ReachCard.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reach {

using base::Meaning;
using base::TextLabel;
using base::Theme;

ReachCard::ReachCard(const QString &title, const QString &teaching, QWidget *parent)
    : QFrame(parent), m_title(new base::PlainLabel(title, this)), m_teaching(new TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), this))
    , m_question(new TextLabel(Meaning::Text, Theme::instance().bodyFont(), this)), m_verdict(new TextLabel(Meaning::Text, base::strongFont(), this))
    , m_reasons(new TextLabel(Meaning::Text, Theme::instance().bodyFont()))
{
    setObjectName(QStringLiteral("reachCard"));
    setAccessibleName(title);
    m_title->setFont(Theme::instance().titleFont());
    m_teaching->show(teaching.toStdString());
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_reasons);
    area->setAccessibleName(tr("Why"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_teaching, m_question, m_verdict})
        layout->addWidget(part);
    layout->addWidget(makeProof());
    layout->addWidget(area, 1);
    connect(&Theme::instance(), &Theme::changed, this, &ReachCard::recolor);
    recolor();
}

void ReachCard::show(const Card &card)
{
    m_card = card;
    m_question->show(card.question.toStdString());
    m_verdict->setMeaning(card.meaning);
    m_verdict->show(card.verdict.toStdString());
    m_reasons->show(card.reasons.toStdString());
    setAccessibleDescription(card.verdict);
}

QWidget *ReachCard::makeProof()
{
    m_proofRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_proofRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    m_proof = new base::CutLabel(m_proofRow);
    m_proof->setAccessibleName(tr("What the server says to this answer"));
    row->addWidget(m_proof, 1);
    m_verifyButton = base::addBarButton(*row, tr("Ask the server"), tr("Ask the server about this answer"));
    connect(m_verifyButton, &QPushButton::clicked, this, &ReachCard::verifyRequested);
    m_proofRow->hide();
    return m_proofRow;
}

void ReachCard::showProof(const rbac::ProofWords &proof)
{
    m_proofRow->setVisible(!proof.text.isEmpty());
    m_proof->show(proof.reason.isEmpty() ? proof.text : proof.text + QStringLiteral(": ") + proof.reason);
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
    base::setPlainToolTip(m_proof, m_proof->text());
    m_verifyButton->setVisible(proof.meaning == Meaning::Unknown);
}

QString ReachCard::proof() const
{
    return m_proof->text();
}

void ReachCard::recolor()
{
    const Theme &theme = Theme::instance();
    setStyleSheet(QStringLiteral("#reachCard { border: 1px solid %1; border-radius: %2px; }").arg(theme.color(Meaning::Border).name(), QString::number(Theme::Radius)));
}

} // namespace reach
