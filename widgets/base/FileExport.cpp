#include "widgets/base/FileExport.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace base {

FileExport::FileExport(QWidget *owner) : QObject(owner), m_owner(owner) { }

void FileExport::ask(const Wish &wish, std::function<void(const QString &path)> chosen)
{
    auto *dialog = new QFileDialog(m_owner, wish.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(wish.filter);
    dialog->setDefaultSuffix(QFileInfo(wish.name).suffix());
    dialog->selectFile(wish.name);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void FileExport::save(const Wish &wish, std::string text)
{
    ask(wish, [this, text = std::move(text)](const QString &path) { write(path, text); });
}

void FileExport::write(const QString &path, std::string text)
{
    write(path, [text = std::move(text)] { return text; });
}

void FileExport::write(const QString &path, Make make, Told told)
{
    m_writing = platform::runAside(m_executor, [this, path, make = std::move(make), told = std::move(told)](std::stop_token) -> Task {
        return [this, path, told, result = platform::writeDurably(path.toStdString(), make())] { tell(path, result, told); };
    });
}

void FileExport::tell(const QString &path, const Result<void> &result, const Told &told)
{
    const QString place = oneLine(QDir::toNativeSeparators(path));
    if (!result)
        Q_EMIT noticed(tr("%1 was not written: %2").arg(place, oneLine(errorText(result.error()))));
    else
        Q_EMIT noticed(told ? told(place) : tr("Written to %1").arg(place));
}

QString FileExport::datedName(const QString &stem, const QString &suffix)
{
    return stem + u'-' + QDate::currentDate().toString(Qt::ISODate) + u'.' + suffix;
}

QString FileExport::filterFor(const QString &name, const QString &suffix)
{
    return name + QStringLiteral(" (*.") + suffix + u')';
}

} // namespace base
