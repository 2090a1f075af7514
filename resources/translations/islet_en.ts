<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChatList</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message numerus="yes">
        <source>%n unread lines</source>
        <translation>
            <numerusform>%n unread line</numerusform>
            <numerusform>%n unread lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoRoomCard</name>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Trying again in %n s</numerusform>
            <numerusform>Trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomMap</name>
    <message numerus="yes">
        <source>; %n people are in view</source>
        <translation>
            <numerusform>; %n person is in view</numerusform>
            <numerusform>; %n people are in view</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomState</name>
    <message numerus="yes">
        <source>%n other(s) are here</source>
        <translation>
            <numerusform>%n other is here</numerusform>
            <numerusform>%n others are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPlaces</name>
    <message numerus="yes">
        <source>%n place(s) are kept, the latest first.</source>
        <translation>
            <numerusform>%n place is kept.</numerusform>
            <numerusform>%n places are kept, the latest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideTabBar</name>
    <message numerus="yes">
        <source>%n unread lines</source>
        <translation>
            <numerusform>%n unread line</numerusform>
            <numerusform>%n unread lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceBar</name>
    <message numerus="yes">
        <source>%n in earshot</source>
        <translation>
            <numerusform>%n in earshot</numerusform>
            <numerusform>%n in earshot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::DesktopNotifications</name>
    <message numerus="yes">
        <source>%1, the latest of %n lines</source>
        <translation>
            <numerusform>%1, the latest of %n line</numerusform>
            <numerusform>%1, the latest of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::MapTiles</name>
    <message numerus="yes">
        <source>%n picture(s), %1 kept</source>
        <translation>
            <numerusform>%n picture, %1 kept</numerusform>
            <numerusform>%n pictures, %1 kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::RealmList</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::RoomConnection</name>
    <message numerus="yes">
        <source>connection lost, trying again in %n s</source>
        <translation>
            <numerusform>connection lost, trying again in %n s</numerusform>
            <numerusform>connection lost, trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::VoiceController</name>
    <message numerus="yes">
        <source>%1 ms deep, ran dry %n time(s)</source>
        <translation>
            <numerusform>%1 ms deep, ran dry %n time</numerusform>
            <numerusform>%1 ms deep, ran dry %n times</numerusform>
        </translation>
    </message>
</context>
</TS>
