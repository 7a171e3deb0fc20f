#include "widgets/rbac/EffectPane.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/AfterPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int MostReasonHeight = 64;

QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

void setColor(QWidget *label, Meaning meaning)
{
    label->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(meaning).name()));
}

} // namespace

EffectPane::EffectPane(base::Executor &executor, QWidget *parent)
    : QWidget(parent), m_verdict(new base::PlainLabel(this)), m_working(new base::PlainLabel(this)), m_reason(new base::TextLabel(Meaning::Text, Theme::instance().bodyFont()))
    , m_rightsHead(new base::PlainLabel(this)), m_risksHead(new base::PlainLabel(this)), m_rightsTable(new base::PlainTable(tr("Rights gained and lost"), this))
    , m_risksTable(new base::PlainTable(tr("Risks that come and go"), this)), m_after(new AfterPane(executor, this)), m_file(new base::FileExport(this))
{
    m_rightsTable->setModel(&m_rights);
    m_rightsTable->setWidths(RightChangesModel::Through, {8, 27, 6, 11, 14, 8});
    m_risksTable->setModel(&m_risks);
    m_risksTable->setWidths(RiskChangesModel::What, {7, 10, 24, 14, 16});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTable(m_rightsHead, m_rightsTable));
    splitter->addWidget(makeTable(m_risksHead, m_risksTable));
    splitter->addWidget(makeOutput());
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 4);
    m_views = new QStackedWidget(this);
    m_views->addWidget(splitter);
    m_views->addWidget(m_after);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeVerdict());
    layout->addWidget(m_views, 1);
    connect(m_rightsTable, &base::PlainTable::chosen, this, [this](int row) { Q_EMIT openRequested(m_rights.change(row).identity); });
    connect(m_risksTable, &base::PlainTable::chosen, this, [this](int row) { Q_EMIT openRequested(m_risks.risk(row).subject.get()); });
    connect(m_file, &base::FileExport::noticed, this, &EffectPane::noticed);
    connect(&Theme::instance(), &Theme::changed, this, &EffectPane::recolor);
    recolor();
    showResult(nullptr);
    showRisks(nullptr);
}

QWidget *EffectPane::makeVerdict()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(Theme::Step);
    auto *row = new QHBoxLayout;
    row->addWidget(m_verdict, 1);
    row->addWidget(m_working);
    row->setSpacing(2 * Theme::Step);
    m_working->show(Theme::sign(Meaning::Progress) + u' ' + tr("Working it out"));
    m_working->hide();
    m_listsButton = base::addBarButton(*row, tr("Lists"), tr("Show what is gained and lost as lists, and how it is done"));
    m_afterButton = base::addBarButton(*row, tr("Afterwards"), tr("Show the access as it would be, with what is gained and lost"));
    base::makeChoice(this, {m_listsButton, m_afterButton});
    connect(m_afterButton, &QPushButton::toggled, this, [this](bool isOn) { m_views->setCurrentIndex(isOn ? 1 : 0); });
    layout->addLayout(row);
    m_reason->setAccessibleDescription(tr("Why you may or may not apply it"));
    auto *area = new QScrollArea(side);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_reason);
    area->setAccessibleName(m_reason->accessibleDescription());
    layout->addWidget(area);
    m_reasonArea = area;
    return side;
}

QWidget *EffectPane::makeTable(base::PlainLabel *head, base::PlainTable *table)
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    head->setContentsMargins(3 * Theme::Step, Theme::Step, 3 * Theme::Step, Theme::Step);
    table->setMinimumHeight(Theme::HeaderHeight + 2 * Theme::RowHeight);
    layout->addWidget(head);
    layout->addWidget(table, 1);
    return side;
}

QWidget *EffectPane::makeOutput()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QWidget(side);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_yamlButton = base::addBarButton(*row, QStringLiteral("YAML"), tr("Show the objects as YAML"));
    m_commandsButton = base::addBarButton(*row, QStringLiteral("kubectl"), tr("Show the kubectl commands that do it"));
    base::makeChoice(this, {m_yamlButton, m_commandsButton});
    row->addStretch(1);
    m_copyButton = base::addBarButton(*row, tr("Copy"), tr("Copy what is shown"));
    m_saveButton = base::addBarButton(*row, tr("Save…"), tr("Save what is shown as a file"));
    m_output = new QPlainTextEdit(side);
    m_output->setReadOnly(true);
    m_output->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_output->setTabChangesFocus(true);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setAccessibleName(tr("How it is done"));
    layout->addWidget(bar);
    layout->addWidget(m_output, 1);
    connect(m_commandsButton, &QPushButton::toggled, this, &EffectPane::tellOutput);
    connect(m_copyButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(output());
        Q_EMIT noticed(showsCommands() ? tr("Copied the commands") : tr("Copied the YAML"));
    });
    connect(m_saveButton, &QPushButton::clicked, this, &EffectPane::save);
    return side;
}

void EffectPane::showViewer(const std::optional<base::Result<Identity>> &viewer)
{
    m_viewer = viewer;
    tellVerdict();
}

/// As high as its words, up to a limit.
void EffectPane::placeReason()
{
    m_reasonArea->setFixedHeight(std::min(MostReasonHeight, m_reason->heightForWidth(width() - 8 * Theme::Step)));
}

void EffectPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeReason();
}

void EffectPane::showResult(std::shared_ptr<const rights::DraftResult> result)
{
    m_result = std::move(result);
    m_rights.show(m_result);
    m_after->showResult(m_result);
    m_rightsHead->show(m_result ? tr("Gained: %1 · Lost: %2").arg(number(m_result->effect.whatIf.gained.size()), number(m_result->effect.whatIf.lost.size())) : tr("Gained and lost"));
    tellVerdict();
    tellOutput();
}

void EffectPane::showRisks(std::shared_ptr<const RiskChanges> risks)
{
    m_shownRisks = risks;
    m_risks.show(std::move(risks));
    m_risksHead->show(m_shownRisks ? tr("New risks: %1 · Gone: %2").arg(number(m_shownRisks->appeared.size()), number(m_shownRisks->gone.size())) : tr("Risks"));
}

void EffectPane::tellWorking(bool isWorking)
{
    m_working->setVisible(isWorking);
}

void EffectPane::tellVerdict()
{
    SignedWords words{Meaning::Secondary, tr("Nothing would change"), {}};
    if (m_result && !m_result->effect.changes.isEmpty())
        words = mayApplyOf(m_result->effect.whatIf.write, m_viewer);
    m_meaning = words.meaning;
    m_verdict->show(words.text);
    m_reason->show(words.detail.toStdString());
    m_reasonArea->setVisible(!words.detail.isEmpty());
    placeReason();
    recolor();
}

void EffectPane::showAfter(bool isShown)
{
    (isShown ? m_afterButton : m_listsButton)->setChecked(true);
}

bool EffectPane::isSettled() const
{
    return m_after->isSettled();
}

QString EffectPane::reason() const
{
    return m_reason->text();
}

QString EffectPane::verdict() const
{
    return m_verdict->text();
}

QString EffectPane::output() const
{
    if (!m_result)
        return {};
    return showsCommands() ? scriptOf(m_result->steps, m_context) : QString::fromStdString(m_result->yaml);
}

/// A text that is the same stays where it was scrolled to.
void EffectPane::tellOutput()
{
    const QString text = output();
    m_output->setPlaceholderText(m_result && !m_result->steps.empty() ? tr("No object would be written. What is deleted stands in the commands.") : QString());
    if (text != m_output->toPlainText())
        m_output->setPlainText(text);
    m_copyButton->setEnabled(!text.isEmpty());
    m_saveButton->setEnabled(!text.isEmpty());
}

void EffectPane::showCommands(bool areShown)
{
    (areShown ? m_commandsButton : m_yamlButton)->setChecked(true);
}

bool EffectPane::showsCommands() const
{
    return m_commandsButton->isChecked();
}

void EffectPane::save()
{
    if (showsCommands())
        m_file->save({tr("Save the commands"), QStringLiteral("what-if.sh"), QStringLiteral("sh (*.sh)")}, output().toStdString());
    else
        m_file->save({tr("Save the YAML"), QStringLiteral("what-if.yaml"), QStringLiteral("YAML (*.yaml *.yml)")}, output().toStdString());
}

void EffectPane::recolor()
{
    const Theme &theme = Theme::instance();
    QFont strong = theme.bodyFont();
    strong.setWeight(base::strongWeight());
    for (base::PlainLabel *label : {m_verdict, m_rightsHead, m_risksHead})
        label->setFont(strong);
    setColor(m_verdict, m_meaning);
    setColor(m_working, Meaning::Progress);
    m_output->setFont(theme.machineFont());
}

} // namespace rbac
