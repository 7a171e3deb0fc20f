// What happens while the form is filled: reading, planning, testing, saving.

#include "widgets/catalog/ImportDialog.h"

#include "models/kube/KubeConfigSaving.h"
#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/EntryWords.h"
#include "widgets/catalog/ImportVerdict.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <array>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

constexpr qsizetype MostNamed = 5;

} // namespace

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a kubeconfig"), QDir::homePath() + QStringLiteral("/.kube"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    dialog->open();
}

void ImportDialog::openFile(const QString &typed)
{
    if (typed.isEmpty())
        return;
    const QString path = typed.startsWith(QStringLiteral("~/")) ? QDir::homePath() + typed.mid(1) : typed;
    m_file->setText(path);
    m_checking.cancel();
    m_isJudged = false;     // Return in its field reaches the dialog too, where it must not save the text before
    showUsable();
    m_opening = platform::runAside(m_services.consumer, [this, path, &files = m_services.files](std::stop_token) -> base::Task {
        return [this, path, read = files.read(path.toStdString(), kube::largestKubeConfigOfFolder)] {
            if (!read) {
                m_text->clear();
                m_unreadable->showUnreadable(path, read.error());
                Q_EMIT judged();
                return;
            }
            m_text->setPlainText(QString::fromStdString(*read));
            m_openedFile = path;
            m_sourceFolder = QFileInfo(path).absolutePath();
            check();
        };
    });
}

void ImportDialog::textChanged()
{
    m_openedFile.clear();
    if (m_text->document()->isEmpty())
        m_sourceFolder.clear();
    m_unreadable->clear();
    m_read = {};
    m_isJudged = false;
    m_checking.cancel();
    m_reading.cancel();
    stopTest();
    m_verdict->clear();
    showUsable();
    m_pause->start();
}

/// What was typed is read anew when it changed, and then what would come of it.
void ImportDialog::check()
{
    m_pause->stop();
    if (m_read.contexts.empty())
        return readText();
    m_checking = platform::runAside(m_services.consumer, [this, wish = wish(), folder = m_services.folder, &files = m_services.files](std::stop_token) -> base::Task {
        return [this, plan = planOf(wish, folder, files)] { takePlan(plan); };
    });
}

void ImportDialog::readText()
{
    const std::string text = m_text->toPlainText().toStdString();
    m_reading = platform::runAside(m_services.consumer, [this, text, source = m_sourceFolder.toStdString(), folder = m_services.folder, &files = m_services.files](std::stop_token) -> base::Task {
        return [this, read = readImport(text, source, folder, files)] { takeText(read); };
    });
}

void ImportDialog::takeText(ImportText text)
{
    m_read = std::move(text);
    showFound();
    m_fields->setVisible(!m_read.contexts.empty());
    showUsable();
    if (m_read.contexts.empty()) {
        Q_EMIT judged();
        return;
    }
    {
        const QSignalBlocker quiet(m_context);
        m_context->clear();
        for (const ImportText::Context &context : m_read.contexts)
            m_context->addItem(base::oneLine(context.context));
        m_context->setCurrentIndex(static_cast<int>(m_read.proposed));
    }
    static_cast<QFormLayout *>(m_fields->layout())->setRowVisible(0, m_read.contexts.size() > 1);
    if (!m_name->isModified())
        m_name->setText(QString::fromStdString(m_read.name));
    contextChosen();
}

/// What a person typed themselves stays; a node's file says default everywhere, so that all names follow the new one.
void ImportDialog::contextChosen()
{
    const auto index = static_cast<std::size_t>(std::max(m_context->currentIndex(), 0));
    if (index >= m_read.contexts.size())
        return;
    const ImportText::Context &context = m_read.contexts[index];
    const auto propose = [this](QLineEdit *field, const std::string &before) {
        if (!field->isModified())
            field->setText(m_read.isNodeFile ? m_name->text() : QString::fromStdString(before));
    };
    propose(m_contextName, context.context);
    propose(m_clusterName, context.cluster);
    propose(m_userName, context.user);
    if (!m_address->isModified())
        m_address->setText(QString::fromStdString(context.server));
    m_isJudged = false;
    check();
}

void ImportDialog::nameChanged()
{
    for (QLineEdit *field : {m_contextName, m_clusterName, m_userName}) {
        if (m_read.isNodeFile && !field->isModified())
            field->setText(m_name->text());
    }
}

ImportWish ImportDialog::wish() const
{
    const ImportText::Context &context = m_read.contexts[static_cast<std::size_t>(std::max(m_context->currentIndex(), 0))];
    return {base::SecretText(m_text->toPlainText().toStdString()), m_sourceFolder.toStdString(), context.context, m_name->text().trimmed().toStdString(),
            m_contextName->text().toStdString(), m_clusterName->text().toStdString(), m_userName->text().toStdString(),
            context.server, m_address->text().toStdString()};
}

void ImportDialog::takePlan(ImportPlan plan)
{
    m_plan = std::move(plan);
    m_isJudged = true;
    showPlan();
    keepPlaceWhole();
    showUsable();
    Q_EMIT judged();
}

void ImportDialog::showFound()
{
    m_found->setVisible(!m_text->toPlainText().isEmpty());
    const auto &entries = m_read.entries;
    const bool isBroken = entries.size() == 1 && entries[0].context.context.empty() && entries[0].error();
    if (isBroken)
        return tell(m_found, Meaning::Error, errorOf(*entries[0].error()));
    if (m_read.contexts.empty())
        return tell(m_found, Meaning::Warning, tr("There is no context in it."));
    if (m_read.isNodeFile) {
        const QString maker = QString::fromStdString(m_read.distribution);
        return tell(m_found, Meaning::Warning, tr("The file of a %1 server, as it lies there: everything in it is named default, and its address leads back to the machine it lies on. "
                                                  "Give it a name, and the address at which the server is reached from here.").arg(maker));
    }
    QStringList names;
    for (const ImportText::Context &context : m_read.contexts)
        names << base::oneLine(context.context);
    if (names.size() > MostNamed)
        names = names.mid(0, MostNamed) << QStringLiteral("…");
    const QString found = tr("Contexts found: %1").arg(names.join(QStringLiteral(", ")));
    tell(m_found, Meaning::Ok, m_read.distribution.empty() ? found : tr("%1 (%2)", "contexts found, distribution").arg(found, QString::fromStdString(m_read.distribution)));
}

void ImportDialog::showPlan()
{
    using Fault = ImportPlan::Fault;
    const QString path = shortPath(m_plan.path);
    m_useFreeName->setVisible(m_plan.fault == Fault::Exists);
    const QString use = tr("Use %1").arg(QString::fromStdString(m_plan.freeName));
    m_useFreeName->setText(base::buttonText(use));
    m_useFreeName->setAccessibleName(use);
    switch (m_plan.fault) {
    case Fault::Name: return tell(m_place, Meaning::Error, tr("This cannot be the name of a file config-NAME. Letters, digits, dashes and dots can."));
    case Fault::Address: return tell(m_place, Meaning::Error, tr("The server address is none: it is a name or an address, with a port where it is another one, as in 203.0.113.7 or k3s.example.com:6443."));
    case Fault::Exists: return tell(m_place, Meaning::Error, tr("%1 exists already, and nothing is overwritten.").arg(path));
    case Fault::Text: return tell(m_place, Meaning::Error, base::manyLines(m_plan.message));
    case Fault::None: break;
    }
    if (!m_plan.message.empty())
        return tell(m_place, Meaning::Warning, tr("Will be saved as %1, and cannot be used as it is: %2").arg(path, base::manyLines(m_plan.message)));
    if (!m_plan.isAsWritten)
        return tell(m_place, Meaning::Warning, tr("Will be saved as %1. It is written with aliases or tags and must be written anew: its comments and the order of its fields are not kept.").arg(path));
    tell(m_place, Meaning::Ok, tr("Will be saved as %1, readable by you only").arg(path));
}

/// A form in a form asks nobody again how high a text of several lines is.
void ImportDialog::keepPlaceWhole()
{
    if (m_place->isVisible())
        m_place->setMinimumHeight(m_place->heightForWidth(m_place->width()));
}

void ImportDialog::showUsable()
{
    const bool isRead = !m_read.contexts.empty();
    m_save->setEnabled(isRead && m_isJudged && m_plan.fault == ImportPlan::Fault::None && !m_saving.isRunning());
    const bool isText = m_plan.fault != ImportPlan::Fault::Text && m_plan.fault != ImportPlan::Fault::Address;
    m_add->setEnabled(isRead && m_isJudged && isText && !m_saving.isRunning());
    m_test->setEnabled(m_testing.isRunning() || (isRead && m_isJudged && m_plan.settings));
    m_save->setDefault(m_save->isEnabled());
}

void ImportDialog::test()
{
    m_verdict->showProgress(base::oneLine(m_plan.server));
    m_testing = cluster::testConnection(m_services.network, m_services.consumer, *m_plan.settings,
                                        [this, plan = m_plan](const cluster::ConnectionVerdict &verdict) { takeVerdict(verdict, plan); });
    m_test->setText(tr("Stop the test"));
    m_test->setAccessibleName(m_test->text());
}

void ImportDialog::takeVerdict(const cluster::ConnectionVerdict &verdict, const ImportPlan &plan)
{
    m_verdict->show(verdict, plan.server, plan.distribution.empty() ? m_read.distribution : plan.distribution);
    m_test->setText(tr("Test the connection"));
    m_test->setAccessibleName(m_test->text());
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_verdict, 0, 2 * Theme::Step); });   // once it has its size
    Q_EMIT tested();
}

void ImportDialog::stopTest()
{
    if (!m_testing.isRunning())
        return;
    m_testing.cancel();
    m_verdict->tell(Meaning::Unknown, tr("The test was stopped"));
    m_test->setText(tr("Test the connection"));
    m_test->setAccessibleName(m_test->text());
}

void ImportDialog::save()
{
    if (!m_save->isEnabled())
        return;
    m_saving = kube::saveNewKubeConfig(m_services.consumer, m_plan.path, m_plan.text, [this, plan = m_plan](const base::Result<void> &result) { takeSaved(result, plan); }, m_services.calls);
    showUsable();
}

/// What was typed stays whatever happens. A file that came in between is one that exists.
void ImportDialog::takeSaved(const base::Result<void> &result, const ImportPlan &plan)
{
    m_saving = {};
    if (result) {
        Q_EMIT saved(QString::fromStdString(plan.path), QString::fromStdString(plan.context));
        return accept();
    }
    showUsable();
    tell(m_place, Meaning::Error, tr("Not saved: %1").arg(base::manyLines(result.error().message)));
    keepPlaceWhole();
    if (result.error().kind == base::ErrorKind::Conflict)
        check();
    else
        Q_EMIT judged();
}

bool ImportDialog::hasChanges() const
{
    const std::array<const QLineEdit *, 4> fields{m_contextName, m_clusterName, m_userName, m_address};
    const bool isRenamed = m_read.isNodeFile && m_name->isModified();  // its names follow
    return isRenamed || std::ranges::any_of(fields, [](const QLineEdit *field) { return field->isModified(); }) || m_context->currentIndex() != static_cast<int>(m_read.proposed);
}

void ImportDialog::addUnsaved()
{
    if (!m_add->isEnabled())
        return;
    if (!m_openedFile.isEmpty() && !hasChanges())
        Q_EMIT opened(m_openedFile);
    else
        Q_EMIT pasted({m_name->text().trimmed().toStdString(), m_plan.text});
    accept();
}

void ImportDialog::tell(base::TextLabel *label, Meaning meaning, const QString &text)
{
    label->setMeaning(meaning);
    label->show((Theme::sign(meaning) + u' ' + text).toStdString());
    label->setAccessibleName(text);
}

} // namespace catalog
