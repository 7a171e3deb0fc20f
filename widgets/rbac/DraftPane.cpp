#include "widgets/rbac/DraftPane.h"

#include "models/rbac/DraftText.h"
#include "models/rbac/ObjectWriter.h"
#include "models/rbac/RuleWords.h"
#include "models/text/Yaml.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/DraftKeeping.h"
#include "widgets/rbac/DraftView.h"
#include "widgets/rbac/ObjectChooser.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rbac {

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

/// What the text is about, if that is one object of whatever kind.
std::optional<ObjectRef> subjectOf(const std::string &text)
{
    const ReadDraft read = readDraft(text);
    return read.objects.size() == 1 ? std::optional(read.objects.front().ref) : std::nullopt;
}

bool isThere(const ObjectRef &object, const Basis &basis) { return basis.evaluator.findRole(object) || basis.evaluator.findBinding(object); }

} // namespace

DraftPane::DraftPane(QWidget *parent)
    : QWidget(parent), m_table(new base::PlainTable(tr("Drafts"), this)), m_chooser(new ObjectChooser(this)), m_view(new DraftView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeButtons());
    m_table->setModel(&m_model);
    m_table->setWidths(DraftsModel::Object, {0, 16, 0});
    m_table->setFixedHeight(Theme::HeaderHeight + TableRows * Theme::RowHeight);
    layout->addWidget(m_table);
    layout->addWidget(m_view, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && index.row() != m_current)
            setCurrent(index.row());
    });
    connect(m_table, &base::PlainTable::chosen, this, [this](int row) {
        const DraftItem &item = m_model.item(row);
        if (item.isDeletion() || !item.about.kind.empty())
            Q_EMIT openRequested(item.isDeletion() ? *item.draft.deletion : item.about);
    });
    connect(m_view, &DraftView::typed, this, &DraftPane::typed);
    connect(m_view, &DraftView::rulesWished, this, &DraftPane::addRules);
    connect(m_view, &DraftView::takeNewWished, this, &DraftPane::takeNew);
    connect(m_view, &DraftView::keepMineWished, this, &DraftPane::keepMine);
    connect(m_view, &DraftView::noticed, this, &DraftPane::noticed);
    showCurrent();
}

DraftEditor &DraftPane::editor() { return m_view->editor(); }
RuleHelper &DraftPane::ruleHelper() { return m_view->ruleHelper(); }

QWidget *DraftPane::makeButtons()
{
    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    column->addLayout(row);
    m_addButton = base::addBarButton(*row, tr("Add"), tr("Draft a new object"));
    addMenu(m_addButton);
    m_editButton = base::addBarButton(*row, tr("Change…"), tr("Draft a change of an object that is there"));
    m_removeButton = base::addBarButton(*row, tr("Delete…"), tr("Draft the end of an object that is there"));
    row->addStretch(1);
    m_revertButton = base::addBarButton(*row, tr("Revert"), tr("Back to the object as it was read"));
    m_discardButton = base::addBarButton(*row, tr("Discard"), tr("Take this out of what is drafted"));
    connect(m_editButton, &QPushButton::clicked, this, [this] { m_chooser->ask(tr("Change"), *m_basis, [this](const ObjectRef &object) { edit(object); }); });
    connect(m_removeButton, &QPushButton::clicked, this, [this] { m_chooser->ask(tr("Delete"), *m_basis, [this](const ObjectRef &object) { remove(object); }); });
    connect(m_revertButton, &QPushButton::clicked, this, &DraftPane::revert);
    connect(m_discardButton, &QPushButton::clicked, this, &DraftPane::discard);
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

int DraftPane::add(DraftItem item)
{
    item.names = subjectOf(item.draft.text);
    return m_model.add(std::move(item));
}

void DraftPane::append(DraftItem item)
{
    setCurrent(add(std::move(item)));
    Q_EMIT draftsChanged();
}

void DraftPane::addNew(const std::string &kind)
{
    if (!m_basis)
        return;
    std::string text = templateText(kind, m_namespace, *m_basis);
    append({{std::move(text)}});
    editor().setFocus();
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
        const auto object = subjectOf(document.text);
        const int row = object ? m_model.find(*object) : -1;
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
        add({draft});
    setCurrent(kept.current);
    Q_EMIT draftsChanged();
}

void DraftPane::typed()
{
    if (m_current < 0)
        return;
    m_model.change(m_current, [&](DraftItem &item) { item.draft.text = editor().toPlainText().toStdString(); });
    m_view->markLines(m_model.item(m_current));
    Q_EMIT draftsChanged();
}

void DraftPane::revert()
{
    if (m_current >= 0 && m_model.item(m_current).read)
        editor().rewrite(QString::fromStdString(m_model.item(m_current).original));
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
    m_view->begin(m_current < 0 ? nullptr : &m_model.item(m_current));
    tellCurrent();
}

/// Everything but the text of the editor.
void DraftPane::tellCurrent()
{
    const DraftItem *item = m_current < 0 ? nullptr : &m_model.item(m_current);
    for (QPushButton *button : {m_addButton, m_editButton, m_removeButton})
        button->setEnabled(m_basis != nullptr);
    m_revertButton->setEnabled(item && !item->isDeletion() && item->read && item->isEdited());
    m_discardButton->setEnabled(item);
    m_view->tell(item, item ? m_model.index(m_current, DraftsModel::Object).data().toString() : QString(), item && m_basis && isThere(item->about, *m_basis));
}

void DraftPane::addRules(const QString &verbs, const QString &resources, const QString &names)
{
    m_view->addRules(m_basis ? rulesOf(verbs.toStdString(), resources.toStdString(), names.toStdString(), m_basis->inputs.catalog) : std::vector<PolicyRule>());
}

} // namespace rbac
