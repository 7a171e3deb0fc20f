#include "widgets/table/UserColumnDialog.h"

#include "models/platform/Aside.h"
#include "models/tables/ObjectPaths.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/GridView.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace table {

namespace {

constexpr int pauseBeforeReading = 60;      // milliseconds without a keystroke
constexpr int rowsShown = 6;
constexpr int longestName = 40;

QTableWidgetItem *itemOf(const QString &text)
{
    auto *item = new QTableWidgetItem(base::oneLine(text));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(Qt::ToolTipRole, base::plainToolTip(text));
    return item;
}

} // namespace

UserColumnDialog::UserColumnDialog(GridView &grid, const std::string &edited, const QString &hint, QWidget *parent)
    : QDialog(parent), m_grid(grid), m_edited(edited), m_name(new QLineEdit(this)), m_path(new QLineEdit(this)), m_problem(new base::PlainLabel(this)),
      m_preview(new QTableWidget(0, 2, this)), m_pause(new QTimer(this))
{
    setWindowTitle(edited.empty() ? tr("Column of your own") : tr("Change a column of your own"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 420);
    makeForm(hint);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeReading);
    connect(m_pause, &QTimer::timeout, this, &UserColumnDialog::preview);
    const auto &columns = grid.model().userColumns();
    const auto found = std::ranges::find(columns, edited, &tables::UserColumn::name);
    if (found != columns.end()) {
        m_path->setText(QString::fromStdString(found->path));
        m_name->setText(QString::fromStdString(found->name));
    }
    connect(m_path, &QLineEdit::textChanged, this, &UserColumnDialog::pathTyped);
    connect(m_name, &QLineEdit::textEdited, this, &UserColumnDialog::check);
    suggestPaths(someObjects());
    pathTyped();
    m_path->setFocus();
}

void UserColumnDialog::makeForm(const QString &hint)
{
    m_path->setPlaceholderText(QStringLiteral(".metadata.labels.app"));
    m_path->setFont(base::Theme::instance().machineFont());
    m_path->setAccessibleName(tr("JSONPath of the column"));
    m_name->setAccessibleName(tr("Name of the column"));
    m_name->setMaxLength(longestName);
    m_problem->setWordWrap(true);
    m_preview->setHorizontalHeaderLabels({tr("Object"), tr("Value")});
    m_preview->setAccessibleName(tr("What the path finds"));
    m_preview->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(base::Theme::RowHeight);
    m_preview->setShowGrid(false);
    m_preview->setTabKeyNavigation(false);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setTextElideMode(Qt::ElideMiddle);
    m_preview->setWordWrap(false); // each of its lines would be shortened by itself
    auto *form = new QFormLayout;
    for (const auto &[text, field] : {std::pair(tr("Path"), m_path), std::pair(tr("Name"), m_name)}) {
        auto *label = new base::PlainLabel(text, this);
        label->setBuddy(field);
        form->addRow(label, field);
    }
    setTabOrder(m_path, m_name);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(m_edited.empty() ? tr("Add the column") : tr("Save"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {m_save, cancel})
        button->setAccessibleName(button->text());
    connect(buttons, &QDialogButtonBox::accepted, this, &UserColumnDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * base::Theme::Step);
    layout->addLayout(form);
    if (!hint.isEmpty()) {
        auto *label = new base::PlainLabel(hint, this);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(m_problem);
    layout->addWidget(m_preview, 1);
    layout->addWidget(buttons);
}

/// The last name in the path, as columns are written: ".metadata.labels.app" is "App".
QString UserColumnDialog::nameOfPath() const
{
    QString path = m_path->text();
    path.remove(QLatin1String("[*]"));
    while (!path.isEmpty() && !path.back().isLetterOrNumber())
        path.chop(1);
    qsizetype begin = path.size();
    while (begin > 0 && (path[begin - 1].isLetterOrNumber() || path[begin - 1] == u'-' || path[begin - 1] == u'_'))
        --begin;
    const QString name = path.mid(begin).left(longestName);
    return name.left(1).toUpper() + name.mid(1);
}

void UserColumnDialog::pathTyped()
{
    if (!m_name->isModified() && m_edited.empty())
        m_name->setText(nameOfPath());
    check();
    m_pause->start();
}

QString UserColumnDialog::nameProblem() const
{
    const std::string name = m_name->text().trimmed().toStdString();
    if (name.empty())
        return tr("The column needs a name");
    const auto &columns = m_grid.model().columns();
    const bool isTaken = name != m_edited && std::ranges::find(columns, name, &tables::TableColumn::name) != columns.end();
    return isTaken ? tr("There is a column of that name already") : QString();
}

/// Nothing was typed yet: then there is nothing wrong, and nothing to save.
void UserColumnDialog::check()
{
    const std::string typed = m_path->text().toStdString();
    auto parsed = tables::UserPath::parse(typed);
    QString problem;
    if (typed.empty())
        problem = QString();
    else if (!parsed)
        problem = tr("Path, character %1: %2").arg(QString::number(QString::fromUtf8(typed.data(), parsed.error().column - 1).size() + 1),
                                                  base::oneLine(parsed.error().message));
    else
        problem = nameProblem();
    m_parsed = parsed ? std::optional(std::move(*parsed)) : std::nullopt;
    m_problem->show(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(m_parsed && problem.isEmpty());
}

/// The current row, then those on screen.
tables::PackedObjects UserColumnDialog::someObjects() const
{
    const tables::TableModel &model = m_grid.model();
    const kube::Store &store = model.source().store();
    tables::PackedObjects objects{model.source().type().apiVersion(), model.source().type().kind, store.packer(), {}};
    std::vector<int> rows{m_grid.currentRow()};
    for (int row = m_grid.firstVisibleRow(); row < m_grid.endVisibleRow(); ++row)
        if (row != rows.front())
            rows.push_back(row);
    for (const int row : rows)
        if (row >= 0 && model.isLive(row) && objects.objects.size() < rowsShown)
            objects.objects.push_back({model.rowId(row), store.resourceVersion(model.rowId(row)), std::string(store.packedObject(model.rowId(row)))});
    return objects;
}

void UserColumnDialog::preview()
{
    m_job.cancel();
    const std::vector<tables::UserPath> paths = m_parsed ? std::vector{*m_parsed} : std::vector<tables::UserPath>();
    m_job = platform::runAside(m_executor, [this, objects = someObjects(), paths](std::stop_token stopped) -> base::Task {
        return [this, values = tables::readUserValues(objects, paths, stopped)] { showPreview(values); };
    });
}

void UserColumnDialog::showPreview(const tables::UserValues &values)
{
    const kube::Store &store = m_grid.model().source().store();
    m_preview->setRowCount(0);
    for (const tables::UserValues::Row &row : values.rows) {
        if (!store.contains(row.row))
            continue;
        const int at = m_preview->rowCount();
        m_preview->insertRow(at);
        const std::string_view key = store.key(row.row);
        m_preview->setItem(at, 0, itemOf(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()))));
        m_preview->setItem(at, 1, itemOf(row.texts.empty() ? QString() : QString::fromStdString(row.texts.front())));
    }
}

/// Paths that the first object has, while one is typed.
void UserColumnDialog::suggestPaths(const tables::PackedObjects &objects)
{
    if (objects.objects.empty())
        return;
    const auto object = tables::unpackObject(objects, objects.objects.front());
    if (!object)
        return;
    QStringList paths;
    for (const std::string &path : tables::pathsOf(*object))
        paths.push_back(base::oneLine(std::string_view(path)));
    auto *completer = new QCompleter(paths, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_path->setCompleter(completer);
}

void UserColumnDialog::save()
{
    const tables::UserColumn column{m_name->text().trimmed().toStdString(), m_path->text().toStdString()};
    std::vector<tables::UserColumn> columns = m_grid.model().userColumns();
    const auto found = std::ranges::find(columns, m_edited, &tables::UserColumn::name);
    if (found != columns.end())
        *found = column;
    else
        columns.push_back(column);
    accept();
    Q_EMIT chosen(columns);
}

} // namespace table
