// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/language.h"
#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSignalSpy>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The language of the window, at the start and when it changes.
class TestLanguage : public QObject {
    Q_OBJECT

private:
    struct SettingsFile {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"look.ini"_s), QSettings::IniFormat};
    };
    static constexpr int english = 1;
    static constexpr int spanish = 2;

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void choosesFirstSupportedLanguage_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("Mexico") << QStringList{u"es-MX"_s, u"es"_s, u"en"_s} << u"es"_s;
        QTest::newRow("spelled out") << QStringList{u"es-Latn-AR"_s} << u"es"_s;
        QTest::newRow("second choice") << QStringList{u"ca-ES"_s, u"es-ES"_s, u"en-GB"_s} << u"es"_s;
        QTest::newRow("English first") << QStringList{u"en-GB"_s, u"es"_s} << u"en"_s;
        QTest::newRow("none of ours") << QStringList{u"eo"_s, u"est"_s} << u"en"_s;
        QTest::newRow("no locale") << QStringList{u"C"_s} << u"en"_s;
        QTest::newRow("nothing") << QStringList() << u"en"_s;
    }
    void choosesFirstSupportedLanguage()
    {
        QFETCH(QStringList, wanted);
        QTEST(Language::bestOf(wanted), "spoken");
    }

    void savesChoice()
    {
        SettingsFile file;
        {
            Language language;
            language.keepIn(file.settings);
            QCOMPARE(language.current(), 0);
            language.setCurrent(spanish);
            QCOMPARE(language.spoken(), u"es"_s);
            QCOMPARE(language.names().constFirst(), u"Predeterminado del sistema"_s);
        }
        Language language;
        QSignalSpy changed(&language, &Language::changed);
        language.keepIn(file.settings);
        QCOMPARE(language.current(), spanish);
        QCOMPARE(QLocale().toString(2.5), u"2,5"_s);
        language.setCurrent(0);
        language.setCurrent(0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(file.settings.value(u"look/language"_s).toString().isEmpty());
    }

    void formatsNumbersInChosenLanguage()
    {
        // A German system without a German translation: numbers are German until the user chooses English.
        if (QLocale::system().language() != QLocale::German) {
            QProcess self; // Qt reads the system locale once
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
            self.setProcessEnvironment(environment);
            self.setProcessChannelMode(QProcess::MergedChannels);
            self.start(QCoreApplication::applicationFilePath(),
                       {u"language"_s, QString::fromLatin1(QTest::currentTestFunction())});
            QVERIFY(self.waitForFinished());
            const QByteArray output = self.readAll();
            QVERIFY2(self.exitStatus() == QProcess::NormalExit && self.exitCode() == 0, output.constData());
            return;
        }
        Language language;
        QCOMPARE(language.spoken(), u"en"_s);
        QCOMPARE(QLocale().toString(2.5), u"2,5"_s);
        language.setCurrent(english);
        QCOMPARE(QLocale().toString(2.5), u"2.5"_s);
        language.setCurrent(0);
        QCOMPARE(QLocale().toString(2.5), u"2,5"_s);
    }

    void invalidChoiceIsSystemDefault()
    {
        SettingsFile file;
        file.settings.setValue(u"look/language"_s, u"../../etc/passwd"_s);
        Language language;
        language.keepIn(file.settings);
        QCOMPARE(language.current(), 0);
        for (const int wrong : {-1, 3, 1'000'000}) {
            language.setCurrent(wrong);
            QCOMPARE(language.current(), 0);
        }
    }

    void translatesPlurals_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("words");
        QTest::newRow("0 people") << english << 0 << u"0 people"_s;
        QTest::newRow("1 person") << english << 1 << u"1 person"_s;
        QTest::newRow("2 people") << english << 2 << u"2 people"_s;
        QTest::newRow("0 personas") << spanish << 0 << u"0 personas"_s;
        QTest::newRow("1 persona") << spanish << 1 << u"1 persona"_s;
        QTest::newRow("21 personas") << spanish << 21 << u"21 personas"_s;
    }
    void translatesPlurals()
    {
        QFETCH(int, language);
        QFETCH(int, n);
        Language spoken;
        spoken.setCurrent(language);
        QTEST(RealmList::tr("%n people", nullptr, n), "words");
    }

    void retranslatesOpenWindow()
    {
        RealWindow w;
        QVERIFY(w.show());
        w.enterRoom();
        w.models.chat()->send(u"hello"_s);
        emit w.room.peerJoined(numberedAddress(1));
        w.window->grabWindow();
        QCOMPARE(w.textOf(u"muteButton"_s), u"Mute"_s);
        QCOMPARE(w.textOf(u"stateText"_s), u"Connected"_s);
        w.language.setCurrent(spanish);
        QTRY_COMPARE(w.textOf(u"muteButton"_s), u"Silenciar"_s);
        QCOMPARE(w.textOf(u"peopleCount"_s), u"Gente 1"_s);
        QCOMPARE(w.textOf(u"stateText"_s), u"Conectado"_s); // a text from C++
        QCOMPARE(w.textOf(u"personBadges"_s), u"sin perfil"_s); // a text from a model
        w.language.setCurrent(english);
        QTRY_COMPARE(w.textOf(u"muteButton"_s), u"Mute"_s);
        QCOMPARE(w.textOf(u"personBadges"_s), u"no profile"_s);
    }

    void retranslatesProblem()
    {
        RealWindow w;
        QVERIFY(w.show());
        w.models.connection()->enter(u"ws://127.0.0.1:1/rooms/x"_s);
        QTRY_VERIFY(w.textOf(u"problem"_s).startsWith(u"Nothing is listening"_s));
        QVERIFY(w.waitUntilSeen(u"whatHappened"_s));
        w.click(u"whatHappened"_s);
        QVERIFY(w.waitUntilSeen(u"handshakeList"_s));
        w.language.setCurrent(spanish);
        QTRY_VERIFY(w.textOf(u"problem"_s).startsWith(u"No hay ningún servidor"_s));
        QTRY_COMPARE(w.textOf(u"stepDetail"_s), w.textOf(u"problem"_s));
        w.language.setCurrent(english);
        QTRY_VERIFY(w.textOf(u"problem"_s).startsWith(u"Nothing is listening"_s));
    }

    void translatesLibraryMessages()
    {
        RealWindow w;
        QVERIFY(w.show());
        w.language.setCurrent(spanish);
        w.models.connection()->enter(u"nada"_s);
        QVERIFY(w.models.connection()->problem().startsWith(u"No hay ninguna sala llamada “nada”."_s));
        QVERIFY(!w.models.chat()->send(QString()));
        QCOMPARE(w.models.chat()->problem(), u"No hay nada que enviar: el mensaje está vacío."_s);

        QFile obstacle(w.folder.filePath(u"chat"_s));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        ChatHistory history(w.settings);
        history.keepIn(obstacle.fileName());
        history.setOwner(numberedAddress(1), false);
        QSignalSpy failed(&history, &ChatHistory::failed);
        history.append({});
        history.write();
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].toString().startsWith(u"No se pudo crear el archivo"_s),
                 qPrintable(failed[0][0].toString()));
    }

    void choosesLanguageInSettings()
    {
        RealWindow w;
        QVERIFY(w.show() && QTest::qWaitForWindowActive(w.window));
        QTest::keyClick(w.window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(w.item(u"settingsSections"_s));
        w.item(u"settingsSections"_s)->setProperty("currentIndex", 1);
        QTRY_VERIFY(w.isSeen(u"languageChoice"_s));
        QQuickItem *choice = w.item(u"languageChoice"_s);
        choice->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(w.window, Qt::Key_Down);
        QTest::keyClick(w.window, Qt::Key_Down);
        QTRY_COMPARE(w.language.current(), spanish);
        QTRY_COMPARE(choice->property("displayText").toString(), u"Español"_s);
        QCOMPARE(choice->property("purpose").toString(), u"Idioma"_s);
    }
};

ISLET_GUI_TEST(TestLanguage);
#include "tst_language.moc"
