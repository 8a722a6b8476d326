System.Console.WriteLine("Name a benchmark.");
