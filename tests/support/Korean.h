#pragma once

#include "tests/support/Folders.h"

#include <QFile>
#include <QHash>
#include <QTranslator>
#include <QXmlStreamReader>

namespace support {

/// The program's Korean, read from the file that is translated.
class Korean final : public QTranslator
{
public:
    Korean()
    {
        QFile file(QString::fromStdString(folders::source("resources/translations/wheelhouse_ko.ts")));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("there is no Korean");
        QXmlStreamReader xml(&file);
        QString context, source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                m_words.insert(context + u'\n' + source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return m_words.value(QString::fromUtf8(context) + u'\n' + QString::fromUtf8(source));
    }

private:
    QHash<QString, QString> m_words;
};

} // namespace support
