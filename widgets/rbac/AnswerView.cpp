#include "widgets/rbac/AnswerView.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/AnswerWords.h"
#include "widgets/rbac/WhatIfWords.h"

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
    , m_fixes(new QComboBox(this)), m_yaml(new base::TextLabel(Meaning::Text, Theme::instance().machineFont())), m_effect(new base::PlainLabel(this)), m_file(new base::FileExport(this))
{
    m_fix = makeFix();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(4 * Theme::Step);
    layout->addWidget(makeAnswer(), 1);
    layout->addWidget(m_fix);
    connect(m_fixes, &QComboBox::currentIndexChanged, this, &AnswerView::showFix);
    connect(m_file, &base::FileExport::noticed, this, &AnswerView::noticed);
    connect(&Theme::instance(), &Theme::changed, this, &AnswerView::recolor);
    recolor();
}

QWidget *AnswerView::makeAnswer()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_explanation->setAccessibleDescription(tr("Why"));
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
    m_fixes->setAccessibleName(tr("What would allow it"));
    m_yaml->setAccessibleDescription(tr("YAML that would allow it"));
    head->addWidget(new base::PlainLabel(tr("Smallest fix"), side));
    head->addWidget(m_fixes, 1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(scrolled(m_yaml, side), 1);
    layout->addWidget(makeActions(side));
    side->setFixedWidth(FixWidth);
    return side;
}

/// What the fix comes to, and what can be done with it.
QWidget *AnswerView::makeActions(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_mayApply = new base::PlainLabel(bar);
    m_mayApply->setAccessibleName(tr("Whether you may apply it"));
    for (base::PlainLabel *label : {m_effect, m_mayApply}) {
        label->setMinimumWidth(1);      // a long one is cut, and its tool tip has all of it
        words->addWidget(label);
    }
    row->addLayout(words, 1);
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
    base::setPlainToolTip(m_effect, effectOf(fix));
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

QString AnswerView::mayApply() const
{
    return m_mayApply->text();
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
    m_mayApply->setFont(theme.captionFont());
    m_effect->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
    tellMayApply();
}

} // namespace rbac
