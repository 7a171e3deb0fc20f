#include "widgets/rbac/AnswerView.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerWords.h"
#include "widgets/rbac/HolderWords.h"
#include "widgets/rbac/HoldersView.h"
#include "widgets/rbac/LinesArea.h"
#include "widgets/rbac/ShareSplitter.h"
#include "widgets/rbac/ToldLines.h"
#include "widgets/rbac/WhatIfWords.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int LeastFixWidth = 340;
constexpr double FixShare = 0.42;

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent), m_verdict(new base::PlainLabel(this)), m_explanation(new ToldLines)
    , m_holders(new HoldersView(this)), m_sides(new ShareSplitter(Qt::Horizontal, FixShare, this)), m_fixes(new QComboBox(this)), m_yaml(new base::TextLabel(Meaning::Text, Theme::instance().machineFont())), m_effect(new base::CutLabel(this)), m_file(new base::FileExport(this))
{
    m_fix = makeFix();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->addWidget(m_sides);
    m_sides->setAccessibleName(tr("Answer and fix"));
    m_sides->addWidget(makeAnswer());
    m_sides->addWidget(m_fix);
    connect(m_explanation, &ToldLines::chosen, this, [this](const ObjectRef &object) {
        if (const auto address = addressOf(object))
            Q_EMIT openRequested(*address);
    });
    connect(m_holders, &HoldersView::accessRequested, this, &AnswerView::accessRequested);
    connect(m_holders, &HoldersView::copyRequested, this, &AnswerView::copyHolders);
    connect(m_fixes, &QComboBox::currentIndexChanged, this, &AnswerView::showFix);
    connect(m_file, &base::FileExport::noticed, this, &AnswerView::noticed);
    connect(&Theme::instance(), &Theme::changed, this, &AnswerView::recolor);
    recolor();
}

QWidget *AnswerView::makeAnswer()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 2 * Theme::Step, 0);
    layout->addWidget(m_verdict);
    layout->addWidget(makeProof(side));
    layout->addWidget(makeReach(side));
    m_why = new LinesArea(m_explanation, side);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_holders, 1);
    m_holders->hide();
    return side;
}

/// People ask about the API and mean the network.
QWidget *AnswerView::makeReach(QWidget *parent)
{
    m_reachRow = new QWidget(parent);
    auto *row = new QHBoxLayout(m_reachRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    auto *words = new base::CutLabel(m_reachRow);
    words->show(tr("This is about the Kubernetes API, not about the network"));
    base::setPlainToolTip(words, tr("Talking to a pod or a Service over the network needs no right: NetworkPolicies decide."));
    row->addWidget(words, 1);
    connect(base::addBarButton(*row, tr("Reach…"), tr("Tell what its pods may ask of the API from whom they can talk to over the network")), &QPushButton::clicked, this, [this] {
        if (m_reach)
            Q_EMIT openRequested(*m_reach);
    });
    m_reachRow->hide();
    return m_reachRow;
}

void AnswerView::offerReach(const std::optional<base::Address> &reach)
{
    m_reach = reach;
    m_reachRow->setVisible(m_reach.has_value());
}

/// Whether the server says the same, and beside it the way to know.
QWidget *AnswerView::makeProof(QWidget *parent)
{
    m_proofRow = new QWidget(parent);
    auto *row = new QHBoxLayout(m_proofRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    m_proof = new base::CutLabel(m_proofRow);
    m_proof->setAccessibleName(tr("What the server says to this answer"));
    row->addWidget(m_proof, 1);
    m_verifyButton = base::addBarButton(*row, tr("Ask the server"), tr("Ask the server about this answer alone"));
    connect(m_verifyButton, &QPushButton::clicked, this, &AnswerView::verifyRequested);
    m_proofRow->hide();
    return m_proofRow;
}

QWidget *AnswerView::makeFix()
{
    auto *side = new QWidget(this);
    auto *head = new QHBoxLayout;
    m_fixes->setAccessibleName(tr("What would allow it"));
    m_yaml->setAccessibleDescription(tr("YAML that would allow it"));
    auto *title = new base::PlainLabel(tr("Smallest fix"), side);
    title->setBuddy(m_fixes);
    head->addWidget(title);
    head->addWidget(m_fixes, 1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(2 * Theme::Step, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(new LinesArea(m_yaml, side), 1);
    layout->addWidget(makeActions(side));
    side->setMinimumWidth(LeastFixWidth);
    return side;
}

/// What the fix comes to, and what can be done with it.
QWidget *AnswerView::makeActions(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *words = new QVBoxLayout(bar);         // the words need the whole width, so the buttons are below them
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, Theme::Step, 0, 0);
    row->setSpacing(2 * Theme::Step);
    m_mayApply = new base::CutLabel(bar);
    m_mayApply->setAccessibleName(tr("Whether you may apply it"));
    m_risk = new base::CutLabel(bar);
    m_risk->setAccessibleName(tr("Which risks it brings"));
    for (base::PlainLabel *label : {m_effect, m_risk, m_mayApply})
        words->addWidget(label);
    words->addLayout(row);
    row->addStretch(1);
    connect(base::addBarButton(*row, tr("Copy"), tr("Copy the YAML")), &QPushButton::clicked, this, &AnswerView::copy);
    connect(base::addBarButton(*row, tr("Save…"), tr("Save the YAML as a file")), &QPushButton::clicked, this, [this] {
        m_file->save({tr("Save the YAML"), QStringLiteral("fix.yaml"), QStringLiteral("YAML (*.yaml *.yml)")}, yaml().toStdString());
    });
    connect(base::addBarButton(*row, tr("What if…"), tr("Show who would gain what by this, and change it")), &QPushButton::clicked, this, [this] { Q_EMIT whatIfRequested(yaml()); });
    return bar;
}

void AnswerView::show(std::shared_ptr<const Answer> answer)
{
    m_answer = std::move(answer);
    const VerdictWords words = verdictOf(*m_answer);
    tell(words.meaning, words.text, linesOf(*m_answer));
    m_fixes->clear();
    for (const Fix &fix : m_answer->fixes)
        m_fixes->addItem(fixName(fix, *m_answer));
    m_fix->setVisible(!m_answer->fixes.empty());
    showPart(Told::Why);
}

void AnswerView::showProof(const ProofWords &proof)
{
    m_proofRow->setVisible(!proof.text.isEmpty());
    m_proof->show(proof.reason.isEmpty() ? proof.text : proof.text + QStringLiteral(": ") + proof.reason);
    base::setPlainToolTip(m_proof, m_proof->text());
    m_verifyButton->setVisible(m_answer && proof.meaning == Meaning::Unknown);      // a list has buttons of its own
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
}

void AnswerView::showHolders(const Holders &holders)
{
    m_answer = nullptr;
    showProof({});
    std::vector<HolderEntry> entries = entriesOf(holders);
    const VerdictWords words = verdictOf(holders, entries);
    m_holdersText = explanationOf(holders, entries);
    tell(words.meaning, words.text, {});
    offerReach({});
    m_holders->show(std::move(entries), leadOf(holders));
    showPart(Told::Holders);
    m_fixes->clear();
    m_fix->hide();
}

void AnswerView::showProblem(const QString &problem)
{
    m_answer = nullptr;
    showProof({});
    tell(Meaning::Warning, Theme::sign(Meaning::Warning) + u' ' + tr("This was not understood"),
         {{problem}, {tr("One asks as with kubectl auth can-i: can VERB RESOURCE in NAMESPACE, for example: can list pods in team-a")}});
    offerReach({});
    m_fixes->clear();
    m_fix->hide();
    showPart(Told::Why);
}

void AnswerView::showAskingWho()
{
    m_answer = nullptr;
    showProof({});
    tell(Meaning::Progress, Theme::sign(Meaning::Progress) + u' ' + tr("Asking who you are"), {{tr("The answer depends on your groups, which the server tells.")}});
    offerReach({});
    m_fixes->clear();
    m_fix->hide();
    showPart(Told::Why);
}

void AnswerView::showPart(Told part)
{
    m_why->setVisible(part == Told::Why);
    m_holders->setVisible(part == Told::Holders);
    m_sides->share();
}

void AnswerView::tell(Meaning meaning, const QString &verdict, std::vector<ToldLine> lines)
{
    m_meaning = meaning;
    m_verdict->show(verdict);
    m_explanation->show(std::move(lines));
    recolor();
}

void AnswerView::showFix(int index)
{
    if (!m_answer || index < 0)
        return;
    const Fix &fix = m_answer->fixes[static_cast<std::size_t>(index)];
    m_yaml->show(fix.yaml);
    m_effect->show(effectOf(fix));
    base::setPlainToolTip(m_effect, effectOf(fix));
    tellRisk();
    tellMayApply();
}

void AnswerView::showViewer(const std::optional<base::Result<Identity>> &viewer)
{
    m_viewer = viewer;
    tellMayApply();
}

void AnswerView::tellMayApply()
{
    const int index = m_fixes->currentIndex();
    const bool isListed = m_answer && index >= 0 && static_cast<std::size_t>(index) < m_answer->fixes.size();     // another answer may have come
    if (!isListed)
        return m_mayApply->show(QString());
    const SignedWords words = mayApplyOf(m_answer->fixes[static_cast<std::size_t>(index)].whatIf.write, m_viewer);
    m_mayApply->show(words.text);
    m_mayApply->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(words.meaning).name()));
    base::setPlainToolTip(m_mayApply, words.detail.isEmpty() ? words.text : words.text + u'\n' + words.detail);
}

void AnswerView::tellRisk()
{
    const int index = m_fixes->currentIndex();
    const bool isListed = m_answer && index >= 0 && static_cast<std::size_t>(index) < m_answer->fixes.size();
    const RiskEffect effect = isListed ? riskEffectOf(m_answer->fixes[static_cast<std::size_t>(index)]) : RiskEffect();
    m_risk->show(effect.text);
    m_risk->setVisible(!effect.text.isEmpty());
    m_risk->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(effect.meaning).name()));
    base::setPlainToolTip(m_risk, effect.detail.isEmpty() ? effect.text : effect.text + u'\n' + effect.detail);
}

QString AnswerView::newRisks() const
{
    return m_risk->text();
}

QString AnswerView::mayApply() const
{
    return m_mayApply->text();
}

QString AnswerView::verdict() const
{
    return m_verdict->text();
}

/// A list of holders is longer than a label shows.
QString AnswerView::explanation() const
{
    return m_holders->isVisibleTo(this) ? m_holdersText : m_explanation->text();
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

void AnswerView::copyHolders()
{
    QGuiApplication::clipboard()->setText(m_holdersText);
    Q_EMIT noticed(tr("Copied the list"));
}

void AnswerView::recolor()
{
    const Theme &theme = Theme::instance();
    QFont font = theme.bodyFont();
    font.setWeight(base::strongWeight());
    m_verdict->setFont(font);
    m_verdict->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(m_meaning).name()));
    m_effect->setFont(theme.captionFont());
    m_mayApply->setFont(theme.captionFont());
    m_risk->setFont(theme.captionFont());
    m_effect->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
    tellRisk();
    tellMayApply();
}

} // namespace rbac
