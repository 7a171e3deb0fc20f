#include "widgets/table/RowActions.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/text/Yaml.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/WhyNot.h"
#include "widgets/table/CsvFile.h"
#include "widgets/table/GridView.h"
#include "widgets/table/KubectlLines.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace table {

using base::Command;

namespace {

/// "namespace/name", or a name alone.
cluster::NameInNamespace nameOf(const std::string &key, bool isNamespaced)
{
    const std::size_t slash = isNamespaced ? key.find('/') : std::string::npos;
    if (slash == std::string::npos)
        return {{}, key};
    return {key.substr(0, slash), key.substr(slash + 1)};
}

std::string yamlOf(text::Value object)
{
    for (text::Value::Member &member : object.members()) {
        if (member.key == "metadata")
            std::erase_if(member.value.members(), [](const text::Value::Member &each) { return each.key == "managedFields"; });
    }
    return text::writeYaml(object);
}

} // namespace

RowActions::RowActions(base::ClusterView &view, kube::ResourceType type, GridView &grid, QObject *parent)
    : QObject(parent), m_view(view), m_type(std::move(type)), m_grid(grid), m_files(new base::FileExport(&grid))
{
    connect(m_files, &base::FileExport::noticed, this, &RowActions::noticed);
    connect(&grid, &GridView::menuRequested, this, &RowActions::openMenu);
}

RowActions::~RowActions() = default;

std::vector<cluster::NameInNamespace> RowActions::chosen() const
{
    QStringList keys = m_grid.selectedKeys();
    if (keys.isEmpty() && !m_grid.currentKey().isEmpty())
        keys << m_grid.currentKey();
    std::vector<cluster::NameInNamespace> names;
    for (const QString &key : keys) {
        if (!key.isEmpty())
            names.push_back(nameOf(key.toStdString(), m_type.namespaced));
    }
    return names;
}

base::Address RowActions::addressOf(const cluster::NameInNamespace &row) const
{
    return {QString::fromStdString(m_type.qualifiedName()), QString::fromStdString(row.namespaceName), QString::fromStdString(row.name), {}};
}

std::vector<base::Address> RowActions::chosenAddresses() const
{
    std::vector<base::Address> addresses;
    for (const cluster::NameInNamespace &each : chosen())
        addresses.push_back(addressOf(each));
    return addresses;
}

QString RowActions::noRow() const
{
    return chosen().empty() ? tr("No row is selected") : QString();
}

QString RowActions::noCell() const
{
    return m_grid.currentKey().isEmpty() || m_grid.currentColumn() < 0 ? tr("No cell is current") : QString();
}

QString RowActions::tooManyRows() const
{
    const std::size_t count = chosen().size();
    if (count > MostObjects)
        return tr("More than %1 rows are selected").arg(MostObjects);
    return noRow();
}

QString RowActions::notTwoRows() const
{
    return chosen().size() == 2 ? QString() : tr("Two rows have to be selected");
}

QString RowActions::noRows() const
{
    if (m_file)
        return tr("A file is being written");
    return m_grid.model().counts().shown == 0 ? tr("There are no rows") : QString();
}

std::vector<Command> RowActions::commands()
{
    const auto words = [](const char *english) { return base::Words{"table::RowActions", english}; };
    const auto row = [this] { return noRow(); };
    std::vector<Command> all{Command::make(QStringLiteral("open-row"), words(QT_TRANSLATE_NOOP("table::RowActions", "Open")), {}, [this] { m_grid.activate(m_grid.currentRow(), -1); },
                          [this] { return m_grid.currentKey().isEmpty() ? tr("No row is current") : QString(); }),
            Command::make(QStringLiteral("copy-cell"), words(QT_TRANSLATE_NOOP("table::RowActions", "Copy the cell")), {}, [this] { m_grid.copyCell(); }, [this] { return noCell(); }),
            Command::make(QStringLiteral("copy-rows"), words(QT_TRANSLATE_NOOP("table::RowActions", "Copy the rows")), {}, [this] { m_grid.copyRows(); }, row),
            Command::make(QStringLiteral("copy-names"), words(QT_TRANSLATE_NOOP("table::RowActions", "Copy the names")), {}, [this] { copyNames(); }, row),
            Command::make(QStringLiteral("copy-kubectl"), words(QT_TRANSLATE_NOOP("table::RowActions", "Copy as kubectl command")), {}, [this] { copyKubectl(); }, row),
            Command::make(QStringLiteral("copy-yaml"), words(QT_TRANSLATE_NOOP("table::RowActions", "Copy as YAML")), {}, [this] { copyYaml(); }, [this] { return tooManyRows(); }),
            Command::make(QStringLiteral("compare-rows"), words(QT_TRANSLATE_NOOP("table::RowActions", "Compare the two rows")), {}, [this] { compareRows(); },
                          [this] { return notTwoRows(); }),
            Command::make(QStringLiteral("why-not-copied"), words(QT_TRANSLATE_NOOP("table::RowActions", "Why not? Explain the last refusal")), {}, [this] { Q_EMIT openRequested(*m_refusal); },
                          [this] { return m_refusal ? QString() : tr("Nothing was refused"); }),
            Command::make(QStringLiteral("export-csv"), words(QT_TRANSLATE_NOOP("table::RowActions", "Export the table as CSV…")), {}, [this] { exportCsv(); },
                          [this] { return noRows(); })};
    const std::vector<Command> added = addedCommands();
    all.insert(all.begin() + 1, added.begin(), added.end());
    return all;
}

std::vector<Command> RowActions::addedCommands()
{
    std::vector<Command> commands;
    for (const base::RowAction &action : m_added) {
        const auto refusal = [this, whyNot = action.whyNot] {
            const QString none = noRow();
            return none.isEmpty() && whyNot ? whyNot(m_view, chosenAddresses()) : none;
        };
        commands.push_back(Command::make(action.name, action.title, {}, [this, run = action.run] { run(m_view, chosenAddresses()); }, refusal));
    }
    return commands;
}

void RowActions::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_grid);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const Command &command : commands()) {
        if (command.name == QLatin1String("copy-cell") || command.name == QLatin1String("compare-rows") || command.name == QLatin1String("export-csv"))
            menu->addSeparator();
        QAction *action = menu->addAction(base::buttonText(command.title()));
        const QString refusal = command.refusal();
        if (command.name == QLatin1String("why-not-copied") && !refusal.isEmpty()) {
            delete action;
            continue;
        }
        action->setEnabled(refusal.isEmpty());
        base::setPlainToolTip(action, refusal);
        connect(action, &QAction::triggered, this, command.run);
    }
    menu->popup(globalPosition);
}

void RowActions::copy(const QString &text, int count)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT noticed(count == 1 ? tr("Copied") : tr("Copied %1").arg(QLocale().toString(count)));
}

void RowActions::copyNames()
{
    QStringList names;
    for (const cluster::NameInNamespace &each : chosen())
        names << QString::fromStdString(each.name);
    copy(names.join(u'\n'), static_cast<int>(names.size()));
}

void RowActions::copyKubectl()
{
    const auto names = chosen();
    copy(kubectlLines(base::kubectlFor(m_view.cluster()), m_type, names, QStringLiteral("-o yaml")), static_cast<int>(names.size()));
}

void RowActions::copyYaml()
{
    Q_EMIT noticed(tr("Asking the server for the whole objects"));
    m_fetch = std::make_unique<cluster::ObjectFetch>(m_view.cluster().api(), m_executor, m_type, chosen(), [this](const auto &objects) { takeYaml(objects); });
}

void RowActions::takeYaml(const base::Result<std::vector<text::Value>> &objects)
{
    m_refusal = objects ? std::nullopt : base::whyNotAddress(objects.error());
    if (m_refusal)
        return Q_EMIT noticed(tr("Nothing was copied: %1. The menu of the rows explains why not.").arg(base::oneLine(base::errorText(objects.error()))));
    if (!objects) {
        Q_EMIT noticed(tr("Nothing was copied: %1").arg(base::oneLine(base::errorText(objects.error()))));
        return;
    }
    std::string all;
    for (const text::Value &object : *objects)
        all += (all.empty() ? "" : "---\n") + yamlOf(object);
    copy(QString::fromStdString(all), static_cast<int>(objects->size()));
}

void RowActions::compareRows()
{
    const auto names = chosen();
    base::Address address = addressOf(names[1]);
    address.tab = QStringLiteral("compare:") + addressOf(names[0]).toString();
    Q_EMIT openRequested(address);
}

void RowActions::exportCsv()
{
    const QString suffix = QStringLiteral("csv");
    m_files->ask({tr("Export the table as CSV"), base::FileExport::datedName(QString::fromStdString(m_type.resource), suffix), base::FileExport::filterFor(QStringLiteral("CSV"), suffix)},
                 [this](const QString &path) { exportTo(path); });
}

void RowActions::exportTo(const QString &path)
{
    m_file = new CsvFile(m_grid.model(), m_grid.header().shownColumns(), path, this);
    connect(m_file, &CsvFile::finished, this, [this, path](const base::Result<void> &result, std::size_t rows) {
        m_file->deleteLater();
        m_file.clear();
        m_files->tell(path, result, [rows](const QString &place) { return tr("%1 rows are in %2").arg(QLocale().toString(static_cast<qulonglong>(rows)), place); });
    });
}

} // namespace table
