#include "widgets/rbac/DraftPane.h"

#include "models/rbac/DraftText.h"
#include "models/rbac/ObjectWriter.h"
#include "models/rbac/RuleWords.h"
#include "models/text/Yaml.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/DiffView.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/DraftKeeping.h"
#include "widgets/rbac/ObjectChooser.h"
#include "widgets/rbac/RuleHelper.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int TableRows = 5;
constexpr std::array<const char *, 4> kinds{"Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"};

/// As the lists have it, where the server does not show it.
std::string knownText(const ObjectRef &object, const Basis &basis)
{
    if (const auto role = basis.evaluator.findRole(object))
        return draftText(roleManifest(*role));
    const auto binding = basis.evaluator.findBinding(object);
    return binding ? draftText(bindingManifest(*binding)) : std::string();
}

/// The only object of the text, if it is about access.
std::optional<DraftedObject> onlyObject(const std::string &text)
{
    ReadDraft read = readDraft(text);
    const bool isOne = read.objects.size() == 1 && (read.objects.front().role || read.objects.front().binding);
    return isOne ? std::optional(std::move(read.objects.front())) : std::nullopt;
}

bool isThere(const ObjectRef &object, const Basis &basis) { return basis.evaluator.findRole(object) || basis.evaluator.findBinding(object); }

} // namespace

DraftPane::DraftPane(QWidget *parent)
    : QWidget(parent), m_table(new base::PlainTable(tr("Drafts"), this)), m_chooser(new ObjectChooser(this)), m_head(new base::PlainLabel(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_views(new QStackedWidget(this)), m_editor(new DraftEditor(this)), m_diff(new DiffView(this))
    , m_empty(new base::TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), this)), m_helper(new RuleHelper(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeButtons());
    m_table->setModel(&m_model);
    m_table->setWidths(DraftsModel::Object, {22, 20});
    m_table->setFixedHeight(Theme::HeaderHeight + TableRows * Theme::RowHeight);
    layout->addWidget(m_table);
    layout->addWidget(makeEditor(), 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && index.row() != m_current)
            setCurrent(index.row());
    });
    connect(m_table, &base::PlainTable::chosen, this, [this](int row) {
        const DraftItem &item = m_model.item(row);
        if (item.isDeletion() || !item.about.kind.empty())
            Q_EMIT openRequested(item.isDeletion() ? *item.draft.deletion : item.about);
    });
    connect(m_editor, &DraftEditor::textChanged, this, &DraftPane::typed);
    connect(m_editor, &DraftEditor::refused, this, &DraftPane::noticed);
    connect(m_helper, &RuleHelper::wished, this, &DraftPane::addRules);
    showCurrent();
}

QPushButton *DraftPane::addButton(QWidget *bar, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, bar);
    button->setAutoDefault(false);
    button->setAccessibleName(tip);
    base::setPlainToolTip(button, tip);
    bar->layout()->addWidget(button);
    return button;
}

QWidget *DraftPane::makeButtons()
{
    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    auto *bar = new QWidget(all);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    m_addButton = addButton(bar, tr("Add"), tr("Draft a new object"));
    addMenu(m_addButton);
    m_editButton = addButton(bar, tr("Change…"), tr("Draft a change of an object that is there"));
    m_removeButton = addButton(bar, tr("Delete…"), tr("Draft the end of an object that is there"));
    row->addStretch(1);
    m_revertButton = addButton(bar, tr("Revert"), tr("Back to the object as it was read"));
    m_discardButton = addButton(bar, tr("Discard"), tr("Take this out of what is drafted"));
    connect(m_editButton, &QPushButton::clicked, this, [this] { m_chooser->ask(tr("Change"), *m_basis, [this](const ObjectRef &object) { edit(object); }); });
    connect(m_removeButton, &QPushButton::clicked, this, [this] { m_chooser->ask(tr("Delete"), *m_basis, [this](const ObjectRef &object) { remove(object); }); });
    connect(m_revertButton, &QPushButton::clicked, this, &DraftPane::revert);
    connect(m_discardButton, &QPushButton::clicked, this, &DraftPane::discard);
    column->addWidget(bar);
    column->addWidget(m_chooser);
    return all;
}

void DraftPane::addMenu(QPushButton *button)
{
    auto *menu = new QMenu(button);
    for (const char *kind : kinds)
        menu->addAction(QString::fromLatin1(kind), this, [this, kind] { addNew(kind); });
    menu->addSeparator();
    menu->addAction(tr("From the clipboard"), this, &DraftPane::paste);
    base::opensBelow(*menu, *button);
}

QWidget *DraftPane::makeEditor()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QWidget(side);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_head->setMinimumWidth(1);
    row->addWidget(m_head, 1);
    m_diffButton = addButton(bar, tr("Differences"), tr("Show what differs from the object as read"));
    m_diffButton->setCheckable(true);
    connect(m_diffButton, &QPushButton::toggled, this, &DraftPane::tellCurrent);
    m_editor->setAccessibleName(tr("YAML of the draft"));
    m_nothing = new QWidget(m_views);
    auto *words = new QVBoxLayout(m_nothing);
    words->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    words->addWidget(m_empty);
    words->addStretch(1);
    for (QWidget *view : std::initializer_list<QWidget *>{m_editor, m_diff, m_nothing})
        m_views->addWidget(view);
    m_helper->layout()->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    layout->addWidget(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_helper);
    return side;
}

void DraftPane::showBasis(std::shared_ptr<const Basis> basis)
{
    m_basis = std::move(basis);
    for (int row = 0; row < m_model.count(); ++row) {
        const DraftItem &item = m_model.item(row);
        const bool isOther = item.read && !item.isReading && isOtherThan(*item.read, *m_basis);
        if (isOther == item.isOther)
            continue;
        m_model.change(row, [&](DraftItem &changed) { changed.isOther = isOther; });
        if (isOther && !item.isEdited() && isThere(item.about, *m_basis))
            read(row);      // nobody has to decide anything
    }
    tellCurrent();
}

void DraftPane::showResult(const rights::DraftResult &result)
{
    m_model.show(result);
    readMissing();
    tellCurrent();
}

void DraftPane::append(DraftItem item)
{
    setCurrent(m_model.add(std::move(item)));
    Q_EMIT draftsChanged();
}

void DraftPane::addNew(const std::string &kind)
{
    if (!m_basis)
        return;
    std::string text = templateText(kind, m_namespace, *m_basis);
    append({{std::move(text)}});
    m_editor->setFocus();
}

void DraftPane::edit(const ObjectRef &object)
{
    if (const int row = m_model.find(object); row >= 0)
        return setCurrent(row);
    DraftItem item;
    item.about = object;
    item.isReading = true;
    append(std::move(item));
    Q_EMIT readWished(object);
}

void DraftPane::remove(const ObjectRef &object)
{
    if (const int row = m_model.find(object); row >= 0)
        m_model.drop(row);
    append({{{}, object}});
}

void DraftPane::addText(const std::string &yaml)
{
    for (YamlDocument &document : documentsOf(yaml)) {
        const auto object = onlyObject(document.text);
        const int row = object ? m_model.find(object->ref) : -1;
        if (row < 0) {
            append({{std::move(document.text)}});
            continue;
        }
        m_model.change(row, [&](DraftItem &item) { item.draft = {std::move(document.text)}; });
        setCurrent(row);
        Q_EMIT draftsChanged();
    }
}

void DraftPane::paste()
{
    const std::string text = QGuiApplication::clipboard()->text().toStdString();
    if (text.size() > LargestDraft)
        return Q_EMIT noticed(tr("Nothing was taken: at most %1 KiB can be drafted at a time").arg(QString::number(LargestDraft / 1024)));
    if (documentsOf(text).empty())
        return Q_EMIT noticed(tr("There is no YAML on the clipboard"));
    addText(text);
}

void DraftPane::read(int row)
{
    m_model.change(row, [](DraftItem &item) { item.isReading = true; });
    Q_EMIT readWished(m_model.item(row).about);
}

/// What was typed may be about an object that is there: then people see what differs.
void DraftPane::readMissing()
{
    for (int row = 0; m_basis && row < m_model.count(); ++row) {
        const DraftItem &item = m_model.item(row);
        const bool isOne = item.outcome && item.outcome->problems.empty() && item.outcome->objects.size() == 1;
        const ObjectRef object = isOne ? item.outcome->objects.front().object.ref : ObjectRef();
        if (!isOne || item.isDeletion() || item.isReading || item.about == object)
            continue;
        m_model.change(row, [&](DraftItem &changed) {
            changed.about = isThere(object, *m_basis) ? object : ObjectRef();
            changed.read.reset();
            changed.original.clear();
            changed.resourceVersion.clear();
            changed.isOther = false;
        });
        if (!m_model.item(row).about.kind.empty())
            read(row);
    }
}

void DraftPane::takeRead(const ObjectRef &object, const base::Result<text::Value> &read)
{
    for (int row = 0; row < m_model.count(); ++row) {
        const DraftItem &item = m_model.item(row);
        if (!item.isReading || !(item.about == object))
            continue;
        const bool isCopy = item.draft.text.empty() || (item.read && !item.isEdited());
        m_model.change(row, [&](DraftItem &changed) {
            changed.isReading = false;
            changed.isOther = false;
            changed.readProblem = read ? std::string() : read.error().message;
            changed.original = read ? draftText(*read) : m_basis ? knownText(object, *m_basis) : std::string();
            changed.resourceVersion = read ? (*read)["metadata"]["resourceVersion"].text() : std::string();
            changed.read = onlyObject(changed.original);
            if (isCopy)
                changed.draft.text = changed.original;
        });
        if (row == m_current)
            showCurrent();
        Q_EMIT draftsChanged();
    }
}

text::Value DraftPane::state() const
{
    return keptDrafts(m_model.drafts(), m_current, MostKept);
}

void DraftPane::restore(const text::Value &state)
{
    const KeptDrafts kept = draftsOf(state);
    if (kept.drafts.empty())
        return;
    m_current = -1;
    m_model.clear();
    for (const Draft &draft : kept.drafts)
        m_model.add({draft});
    setCurrent(kept.current);
    Q_EMIT draftsChanged();
}

void DraftPane::typed()
{
    if (m_isFilling || m_current < 0)
        return;
    m_model.change(m_current, [&](DraftItem &item) { item.draft.text = m_editor->toPlainText().toStdString(); });
    markLines(m_model.item(m_current));
    Q_EMIT draftsChanged();
}

void DraftPane::revert()
{
    if (m_current >= 0 && m_model.item(m_current).read)
        m_editor->rewrite(QString::fromStdString(m_model.item(m_current).original));
}

void DraftPane::discard()
{
    if (m_current < 0)
        return;
    const int row = std::exchange(m_current, -1);
    m_model.drop(row);
    setCurrent(std::min(row, m_model.count() - 1));
    Q_EMIT draftsChanged();
}

/// What was typed is given up for what another wrote.
void DraftPane::takeNew()
{
    const int row = m_current;
    if (!isThere(m_model.item(row).about, *m_basis))
        return discard();
    m_model.change(row, [](DraftItem &item) { item.draft.text = item.original; });
    read(row);
}

/// What was typed stays, and is compared with what there is now.
void DraftPane::keepMine()
{
    const int row = m_current;
    if (isThere(m_model.item(row).about, *m_basis))
        return read(row);
    m_model.change(row, [](DraftItem &item) {
        item.about = {};
        item.read.reset();
        item.original.clear();
        item.resourceVersion.clear();
        item.isOther = false;
    });
    tellCurrent();
}

void DraftPane::setCurrent(int row)
{
    m_current = row;
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    showCurrent();
}

void DraftPane::showCurrent()
{
    m_isFilling = true;
    m_editor->begin(m_current < 0 ? QString() : QString::fromStdString(m_model.item(m_current).draft.text));
    m_isFilling = false;
    tellCurrent();
}

/// Everything but the text of the editor.
void DraftPane::tellCurrent()
{
    const DraftItem none;
    const DraftItem &item = m_current < 0 ? none : m_model.item(m_current);
    const bool isText = m_current >= 0 && !item.isDeletion();
    for (QPushButton *button : {m_addButton, m_editButton, m_removeButton})
        button->setEnabled(m_basis != nullptr);
    m_revertButton->setEnabled(isText && item.read && item.isEdited());
    m_discardButton->setEnabled(m_current >= 0);
    m_diffButton->setVisible(isText && item.read.has_value());
    m_editor->setReadOnly(item.isReading && item.draft.text.empty());
    m_helper->setVisible(isText && item.outcome && item.outcome->objects.size() == 1 && item.outcome->objects.front().object.role);
    QString head = m_current < 0 ? QString() : m_model.index(m_current, DraftsModel::Object).data().toString();
    if (!item.resourceVersion.empty())      // its name stands in the table
        head = tr("As read, resourceVersion %1").arg(base::oneLine(std::string_view(item.resourceVersion)));
    m_head->show(head);
    base::setPlainToolTip(m_head, head);
    const bool showsDiff = m_diffButton->isVisibleTo(this) && m_diffButton->isChecked();
    if (showsDiff)
        m_diff->show(item.original, item.draft.text);
    m_empty->show((m_current < 0 ? tr("Nothing is drafted. Add an object, or take one that is there, and see at once who would gain and lose what. Nothing is sent to the cluster.")
                                 : tr("This object would be deleted.")).toStdString());
    m_views->setCurrentWidget(!isText ? m_nothing : showsDiff ? static_cast<QWidget *>(m_diff) : m_editor);
    tellProblem(item);
    markLines(item);
}

void DraftPane::tellProblem(const DraftItem &item)
{
    const bool hasProblem = item.outcome && !item.outcome->problems.empty();
    m_notice->setVisible(hasProblem || item.isOther || !item.readProblem.empty());
    if (hasProblem) {
        const DraftProblem problem = item.outcome->problems.front();
        const std::size_t more = item.outcome->problems.size() - 1;
        std::vector<base::StateNotice::Step> steps;
        if (problem.line > 0)
            steps.push_back({tr("Show the place"), [this, problem] {
                m_diffButton->setChecked(false);
                m_editor->goTo(problem.line, problem.column);
            }});
        m_notice->tell(Meaning::Error, more == 0 ? tr("Not understood") : tr("Not understood in %1 places").arg(QString::number(more + 1)), textOf(problem), steps);
    } else if (item.isOther) {
        const bool isGone = m_basis && !isThere(item.about, *m_basis);
        m_notice->tell(Meaning::Warning, isGone ? tr("Deleted since read") : tr("Changed since read"), tr("Another wrote to it meanwhile."),
                       {{isGone ? tr("Discard the draft") : tr("Take the new one"), [this] { takeNew(); }}, {tr("Keep mine"), [this] { keepMine(); }}});
    } else if (!item.readProblem.empty()) {
        m_notice->tell(Meaning::Warning, tr("The server does not show it"), tr("This is what its list says. %1").arg(base::oneLine(std::string_view(item.readProblem))));
    }
}

void DraftPane::markLines(const DraftItem &item)
{
    std::set<int> wrong;
    if (item.outcome)
        for (const DraftProblem &problem : item.outcome->problems)
            if (problem.line > 0)
                wrong.insert(problem.line - 1);
    m_editor->setMarks(item.read && !item.isDeletion() ? changedLines(item.original, item.draft.text) : std::set<int>(), std::move(wrong));
}

void DraftPane::addRules(const QString &verbs, const QString &resources, const QString &names)
{
    std::optional<std::string> text = m_editor->toPlainText().toStdString();
    const auto rules = m_basis ? rulesOf(verbs.toStdString(), resources.toStdString(), names.toStdString(), m_basis->inputs.catalog) : std::vector<PolicyRule>();
    for (const PolicyRule &rule : rules)
        text = text ? withRule(*text, rule) : std::nullopt;
    if (rules.empty() || !text)
        return Q_EMIT noticed(tr("There is no list of rules in this YAML that a rule can be added to"));
    m_editor->rewrite(QString::fromStdString(*text));
    m_helper->clear();
}

} // namespace rbac
