#include "widgets/rbac/AnswerView.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/AnswerWords.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int FixWidth = 460;

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent), m_verdict(new base::PlainLabel(this)), m_explanation(new base::TextLabel(Meaning::Text, Theme::instance().bodyFont()))
    , m_fixes(new QComboBox(this)), m_yaml(new base::TextLabel(Meaning::Text, Theme::instance().machineFont())), m_effect(new base::PlainLabel(this))
{
    m_fix = makeFix();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(4 * Theme::Step);
    layout->addWidget(makeAnswer(), 1);
    layout->addWidget(m_fix);
    connect(m_fixes, &QComboBox::currentIndexChanged, this, &AnswerView::showFix);
    connect(&Theme::instance(), &Theme::changed, this, &AnswerView::recolor);
    recolor();
}

QWidget *AnswerView::makeAnswer()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_explanation->setAccessibleName(tr("Why"));
    layout->addWidget(m_verdict);
    m_proof = new base::PlainLabel(side);
    m_proof->hide();
    layout->addWidget(m_proof);
    layout->addWidget(scrolled(m_explanation, side), 1);
    return side;
}

QWidget *AnswerView::makeFix()
{
    auto *side = new QWidget(this);
    auto *head = new QHBoxLayout;
    auto *copy = new QPushButton(tr("Copy"), side);
    copy->setAccessibleName(tr("Copy the YAML"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &AnswerView::copy);
    m_fixes->setAccessibleName(tr("What would allow it"));
    m_yaml->setAccessibleName(tr("YAML that would allow it"));
    head->addWidget(new base::PlainLabel(tr("Smallest fix"), side));
    head->addWidget(m_fixes, 1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(scrolled(m_yaml, side), 1);
    layout->addWidget(m_effect);
    side->setFixedWidth(FixWidth);
    return side;
}

void AnswerView::show(std::shared_ptr<const Answer> answer)
{
    m_answer = std::move(answer);
    const VerdictWords words = verdictOf(*m_answer);
    tell(words.meaning, words.text, explanationOf(*m_answer));
    m_fixes->clear();
    for (const Fix &fix : m_answer->fixes)
        m_fixes->addItem(fixName(fix, *m_answer));
    m_fix->setVisible(!m_answer->fixes.empty());
}

void AnswerView::showProof(const ProofWords &proof)
{
    m_proof->setVisible(!proof.text.isEmpty());
    m_proof->show(proof.reason.isEmpty() ? proof.text : proof.text + QStringLiteral(": ") + proof.reason);
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
}

void AnswerView::showHolders(const Holders &holders)
{
    m_answer = nullptr;
    showProof({});
    const VerdictWords words = verdictOf(holders);
    tell(words.meaning, words.text, explanationOf(holders));
    m_fixes->clear();
    m_fix->hide();
}

void AnswerView::showProblem(const QString &problem)
{
    m_answer = nullptr;
    showProof({});
    tell(Meaning::Warning, Theme::sign(Meaning::Warning) + u' ' + tr("This was not understood"),
         problem + u'\n' + tr("One asks as with kubectl auth can-i: can VERB RESOURCE in NAMESPACE, for example: can list pods in team-a"));
    m_fixes->clear();
    m_fix->hide();
}

void AnswerView::tell(Meaning meaning, const QString &verdict, const QString &explanation)
{
    m_meaning = meaning;
    m_verdict->show(verdict);
    m_explanation->show(explanation.toStdString());
    recolor();
}

void AnswerView::showFix(int index)
{
    if (!m_answer || index < 0)
        return;
    const Fix &fix = m_answer->fixes[static_cast<std::size_t>(index)];
    m_yaml->show(fix.yaml);
    m_effect->show(effectOf(fix));
}

QString AnswerView::verdict() const
{
    return m_verdict->text();
}

QString AnswerView::explanation() const
{
    return m_explanation->text();
}

QString AnswerView::yaml() const
{
    const int index = m_fixes->currentIndex();
    return m_answer && index >= 0 ? QString::fromStdString(m_answer->fixes[static_cast<std::size_t>(index)].yaml) : QString();
}

void AnswerView::copy()
{
    QGuiApplication::clipboard()->setText(yaml());
    Q_EMIT noticed(tr("Copied the YAML"));
}

void AnswerView::recolor()
{
    const Theme &theme = Theme::instance();
    QFont font = theme.bodyFont();
    font.setWeight(QFont::DemiBold);
    m_verdict->setFont(font);
    m_verdict->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(m_meaning).name()));
    m_effect->setFont(theme.captionFont());
    m_effect->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
}

} // namespace rbac
