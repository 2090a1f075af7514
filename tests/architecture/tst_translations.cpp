// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString state; //!< such as "unfinished"; empty if finished
    QStringList forms;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, {}};
    QString whole;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.state = xml.attributes().value("type"_L1).toString();
            while (!xml.readNext() || !xml.isEndElement() || xml.name() != "translation"_L1) {
                if (xml.isStartElement() && xml.name() == "numerusform"_L1)
                    message.forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    whole += xml.text();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    if (message.forms.isEmpty())
        message.forms.append(whole);
    return message;
}

QList<Message> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations");
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

//! All matches of `pattern`, sorted and joined.
QString found(const QString &text, const QRegularExpression &pattern)
{
    QStringList parts;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        parts.append(each.next().captured());
    std::ranges::sort(parts);
    return parts.join(u' ');
}

//! One line for each placeholder, key, outer space or final punctuation in which `form` differs from its source.
QString differences(const QString &source, const QString &form)
{
    static const QRegularExpression placeholders(u"%L?[0-9n]+"_s);
    static const QRegularExpression keys(u"\\bCtrl\\+.|\\bF[0-9]+\\b"_s);
    static const QRegularExpression spaceAround(u"^\\s+|\\s+$"_s);
    static const QRegularExpression end(u"[.?:]$"_s);
    QString wrong;
    for (const QRegularExpression &pattern : {placeholders, keys, spaceAround, end}) {
        if (found(source, pattern) != found(form, pattern))
            wrong += u"\"%1\" has \"%2\", \"%3\" has \"%4\"\n"_s.arg(source, found(source, pattern), form,
                                                                     found(form, pattern));
    }
    return wrong;
}

} // namespace

//! The translation files contain every string of the sources, and each translation has the placeholders of its source.
class TestTranslations : public QObject {
    Q_OBJECT

private:
    //! The translation file as `./dev translate` would write it.
    QList<Message> updated(const QString &language, const QStringList &options = {})
    {
        const QString source = QStringLiteral(ISLET_SOURCE);
        const QString path = m_folder.filePath(u"islet_%1.ts"_s.arg(language));
        QFile::remove(path);
        if (!QFile::copy(u"%1/resources/translations/islet_%2.ts"_s.arg(source, language), path))
            return {};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(ISLET_LUPDATE),
                      QStringList{u"-I"_s, source, u"-I"_s, source + u"/src"_s, source + u"/app"_s, source + u"/src"_s,
                                  source + u"/qml"_s, u"-extensions"_s, u"cpp,h,qml"_s, u"-locations"_s, u"none"_s,
                                  u"-source-language"_s, u"en"_s, u"-target-language"_s, language, u"-ts"_s, path}
                          + options);
        m_output = lupdate.waitForFinished(120'000) ? QString::fromUtf8(lupdate.readAll()) : lupdate.errorString();
        return read(path);
    }

    QTemporaryDir m_folder;
    QString m_output;

private slots:
    void spanishIsComplete()
    {
        const QList<Message> messages = updated(u"es"_s);
        QVERIFY2(messages.size() > 400, qPrintable(m_output));
        // A string in a class without Q_OBJECT is looked up under another context than lupdate lists it under.
        QVERIFY2(!m_output.contains(u"lacks Q_OBJECT"_s), qPrintable(m_output));
        QString wrong;
        for (const Message &message : messages) {
            if (!message.state.isEmpty() || message.forms.contains(QString()))
                wrong += u"%1 in %2: \"%3\"\n"_s.arg(message.state, message.context, message.source);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u"Run ./dev translate, and translate what is new."_s));
    }

    void spanishKeepsFormat()
    {
        const QList<Message> messages = updated(u"es"_s);
        QVERIFY(!messages.isEmpty());
        QString wrong;
        for (const Message &message : messages) {
            for (const QString &form : message.forms)
                wrong += message.source == u"QT_LAYOUT_DIRECTION"_s ? QString() : differences(message.source, form);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void pluralsAreComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Spanish") << u"es"_s;
    }
    void pluralsAreComplete()
    {
        QFETCH(QString, language);
        const QList<Message> messages = updated(language, {u"-pluralonly"_s});
        QVERIFY2(messages.size() > 4, qPrintable(m_output));
        for (const Message &message : messages) {
            QVERIFY2(message.state.isEmpty(), qPrintable(message.source));
            QCOMPARE(message.forms.size(), 2); // one, and other
            for (const QString &form : message.forms)
                QVERIFY2(form.contains(u"%n"_s), qPrintable(message.source));
        }
    }
};

ISLET_TEST(TestTranslations);
#include "tst_translations.moc"
