#include "widgets/catalog/EntryDetail.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/MarksEditor.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollBar>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::TextLabel;
using base::Theme;

namespace {

constexpr int LongestTitle = 80;        // characters

void colour(QWidget *widget, Meaning meaning)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::instance().color(meaning));
    widget->setPalette(palette);
}

/// The whole of it stands below, among the facts.
QString shortTitle(const QString &title)
{
    if (title.size() <= LongestTitle)
        return title;
    return title.left(LongestTitle / 2) + QStringLiteral("…") + title.right(LongestTitle / 2);
}

} // namespace

EntryDetail::EntryDetail(QWidget *parent)
    : QScrollArea(parent), m_body(new QWidget(viewport())), m_title(new TextLabel(Meaning::Text, Theme::instance().titleFont(), m_body)),
      m_state(new TextLabel(Meaning::Unknown, Theme::instance().bodyFont(), m_body)), m_connect(new QPushButton(m_body)), m_trust(new QPushButton(tr("Trust…"), m_body)),
      m_check(new QPushButton(tr("Check again"), m_body)), m_disconnect(new QPushButton(tr("Disconnect"), m_body)), m_marks(new MarksEditor(m_body))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Details of the context"));
    verticalScrollBar()->setAccessibleName(tr("Scroll the details"));
    setWidget(m_body);
    m_body->setAccessibleName(accessibleName());
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(Theme::Step);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * Theme::Step);
    for (QPushButton *button : {m_connect, m_trust, m_check, m_disconnect}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addSpacing(Theme::Step);
    layout->addLayout(buttons);
    layout->addWidget(m_marks);
    layout->addStretch(1);
    m_body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_connect, &QPushButton::clicked, this, &EntryDetail::connectRequested);
    connect(m_trust, &QPushButton::clicked, this, &EntryDetail::trustRequested);
    connect(m_check, &QPushButton::clicked, this, &EntryDetail::checkRequested);
    connect(m_disconnect, &QPushButton::clicked, this, &EntryDetail::disconnectRequested);
    connect(m_marks, &MarksEditor::changed, this, &EntryDetail::marksChanged);
    show(nullptr);
}

void EntryDetail::show(const kube::CatalogEntry *entry, const EntryKnowledge &knowledge)
{
    showButtons(entry, knowledge);
    const QString name = knowledge.marks.name.empty() || !entry ? QString() : base::oneLine(knowledge.marks.name);
    showTitle(!entry ? tr("No context selected") : name.isEmpty() ? nameOf(*entry) : name, entry ? knowledge.state : EntryState());
    m_marks->setVisible(entry && !entry->context.context.empty());
    if (m_marks->isVisibleTo(this))
        m_marks->show(knowledge.marks, nameOf(*entry), knowledge.isEverythingReadOnly);
    std::vector<Fact> facts = entry ? factsOf(*entry, knowledge) : std::vector<Fact>();
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    build();
}

void EntryDetail::editName()
{
    m_marks->editName();
}

void EntryDetail::restyle()
{
    build();
}

void EntryDetail::showTitle(const QString &title, const EntryState &state)
{
    m_title->show(shortTitle(title).toStdString());
    m_state->show(state.text().toStdString());
    m_state->setVisible(!state.words.isEmpty());
    m_state->setMeaning(state.meaning);
}

void EntryDetail::showButtons(const kube::CatalogEntry *entry, const EntryKnowledge &knowledge)
{
    const bool isUsable = entry && (knowledge.isConnected || (!entry->error() && entry->context.connection));
    m_connect->setText(knowledge.isConnected ? tr("Show") : tr("Connect"));
    m_connect->setVisible(isUsable);
    m_trust->setVisible(knowledge.waitsForTrust);
    m_check->setVisible(isUsable && !knowledge.isConnected);
    m_disconnect->setVisible(knowledge.isConnected);
    for (QPushButton *button : {m_connect, m_trust, m_check, m_disconnect})
        button->setAccessibleName(button->text());
}

void EntryDetail::build()
{
    delete m_list;
    m_list = new QWidget(m_body);
    m_list->setAccessibleName(tr("Facts"));
    auto *grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, Theme::Step, 0, 0);
    grid->setHorizontalSpacing(3 * Theme::Step);
    grid->setVerticalSpacing(Theme::Step);
    grid->setColumnStretch(1, 1);
    for (const Fact &fact : m_facts)
        addFact(*grid, fact);
    auto *layout = static_cast<QVBoxLayout *>(m_body->layout());
    layout->insertWidget(layout->count() - 1, m_list);
    m_list->setVisible(true);
}

void EntryDetail::addFact(QGridLayout &grid, const Fact &fact)
{
    const Theme &theme = Theme::instance();
    const int row = grid.rowCount();
    if (fact.value.isEmpty()) {
        auto *heading = new PlainLabel(fact.name, m_list);
        QFont font = theme.captionFont();
        font.setWeight(base::strongWeight());
        heading->setFont(font);
        heading->setContentsMargins(0, 2 * Theme::Step, 0, 0);
        colour(heading, Meaning::Secondary);
        grid.addWidget(heading, row, 0, 1, 2);
        return;
    }
    auto *value = new TextLabel(fact.meaning, fact.isForMachines ? theme.machineFont() : theme.tableFont(), m_list);
    value->show(fact.value.toStdString());
    if (fact.name.isEmpty()) {
        grid.addWidget(value, row, 0, 1, 2);
        return;
    }
    auto *name = new TextLabel(Meaning::Secondary, theme.tableFont(), m_list);
    name->show(fact.name.toStdString());
    name->setBaseline(value->baseline());
    value->setBaseline(name->baseline());
    grid.addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignTop);
    grid.addWidget(value, row, 1);
}

} // namespace catalog
