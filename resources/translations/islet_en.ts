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
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
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
        <source>; %n people in view</source>
        <translation>
            <numerusform>; %n person in view</numerusform>
            <numerusform>; %n people in view</numerusform>
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
        <source>%n place(s) saved, most recent first.</source>
        <translation>
            <numerusform>%n place saved.</numerusform>
            <numerusform>%n places saved, most recent first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideTabBar</name>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
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
        <source>%n new messages, latest from %1</source>
        <translation>
            <numerusform>%n new message, latest from %1</numerusform>
            <numerusform>%n new messages, latest from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::MapTiles</name>
    <message numerus="yes">
        <source>%n image(s) saved (%1)</source>
        <translation>
            <numerusform>%n image saved (%1)</numerusform>
            <numerusform>%n images saved (%1)</numerusform>
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
        <source>Connection lost, reconnecting in %n s</source>
        <translation>
            <numerusform>Connection lost, reconnecting in %n s</numerusform>
            <numerusform>Connection lost, reconnecting in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Trying again in %n s</numerusform>
            <numerusform>Trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::VoiceController</name>
    <message numerus="yes">
        <source>Buffer %1 ms, %n underrun(s)</source>
        <translation>
            <numerusform>Buffer %1 ms, %n underrun</numerusform>
            <numerusform>Buffer %1 ms, %n underruns</numerusform>
        </translation>
    </message>
</context>
</TS>
